import { awardsMessages, type Award } from '@azalea/client'
import { Link } from 'wouter'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { LinkButton } from '../../ui/button.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { When } from '../../ui/when.tsx'
import type { AwardObjection } from './award.ts'

/** What was said against the award, and what was answered. */
export function AwardObjections({ award }: { award: Award }) {
  const t = useT(awardsMessages)
  const format = useFormat()
  const { objections, corrects, state } = award
  const open = objections.find((one) => one.state === 'open')
  return (
    <>
      {corrects !== null && (
        <Notice actions={<Link href={`/awards/${corrects.awardId}`}>{t('seeCorrected')}</Link>}>
          {t(corrects.objectionId === null ? 'correctsRecounted' : 'correctsOther')}
        </Notice>
      )}
      {open !== undefined && (
        <Notice
          kind="waiting"
          actions={<Link href={`/objections/${open.objectionId}`}>{t('seeObjection')}</Link>}
        >
          {t(state === 'final' ? 'disputedFinal' : 'disputed', { day: format.day(open.dueOn) })}
        </Notice>
      )}
      <Answered objections={objections.filter((one) => one.state !== 'open')} />
    </>
  )
}

/** The way to object, for whoever may, and until when. */
export function WayToObject({ award: { awardId, canObject } }: { award: Award }) {
  const t = useT(awardsMessages)
  const format = useFormat()
  if (!canObject.ok) return null
  return (
    <div className="row row--spread">
      <span className="soft">
        {canObject.until !== null && t('objectUntil', { day: format.day(canObject.until) })}
      </span>
      <LinkButton to={`/awards/${awardId}/object`}>{t('object')}</LinkButton>
    </div>
  )
}

const tones = { open: 'waiting', upheld: 'done', refused: 'past' } as const

function Answered({ objections }: { objections: readonly AwardObjection[] }) {
  const t = useT(awardsMessages)
  if (objections.length === 0) return null
  return (
    <Section title={t('objections')}>
      <List label={t('objections')}>
        {objections.map(({ objectionId, state, isMine, reasons, answeredAt }) => (
          <ListRow
            key={objectionId}
            title={<StateBadge tone={tones[state]}>{t(`objection_${state}`)}</StateBadge>}
            note={
              <>
                {t(isMine ? 'objectionMine' : 'objectionOther')}
                {answeredAt !== null && (
                  <>
                    {' · '}
                    <When at={answeredAt} />
                  </>
                )}
                {reasons !== null && <> · {reasons}</>}
              </>
            }
            to={`/objections/${objectionId}`}
          />
        ))}
      </List>
    </Section>
  )
}

import { Link } from 'wouter'
import { civilDay, awardsMessages, type Award } from '@azalea/client'
import { apiUrl } from '../../app/api.ts'
import { useT } from '../../ui/i18n.ts'
import { useFormat } from '../../ui/format.ts'
import { useSession } from '../../app/session.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Section } from '../../ui/page.tsx'
import { StageList } from '../../ui/stage-list.tsx'
import { When } from '../../ui/when.tsx'
import type { Evidence } from './award.ts'
import { awardTones } from './award-tones.ts'

/** What an award rests on: evidence, rule, notice, and its course so far. */
export function AwardBasis({ award }: { award: Award }) {
  const t = useT(awardsMessages)
  return (
    <>
      {award.evidence.length > 0 && (
        <Section title={t('evidence')}>
          {award.evidence.map((one) => (
            <EvidenceLine key={`${one.kind} ${one.text}`} evidence={one} />
          ))}
        </Section>
      )}
      <Rule award={award} />
      <Section title={t('history')}>
        <StageList
          label={t('history')}
          stages={award.history.map(({ at, state }, index) => ({
            key: `${at} ${state}`,
            title: t(`history_${state}`),
            effect: <When at={at} />,
            tone: index < award.history.length - 1 ? 'done' : awardTones[state],
          }))}
        />
      </Section>
    </>
  )
}

function EvidenceLine({ evidence }: { evidence: Evidence }) {
  const t = useT(awardsMessages)
  if (evidence.photoFileId !== undefined) {
    return (
      <img
        className="award-photo"
        src={apiUrl('/api/photos/{fileId}', { fileId: evidence.photoFileId })}
        alt={evidence.text || t('photo')}
        loading="lazy"
      />
    )
  }
  if (evidence.kind === 'words') return <blockquote>{evidence.text}</blockquote>
  return <p>{evidence.text}</p>
}

function Rule({ award: { rule, itemRef, notice } }: { award: Award }) {
  const t = useT(awardsMessages)
  const format = useFormat()
  const villageId = useSession().session?.village.villageId ?? ''
  const item = encodeURIComponent(itemRef)
  return (
    <Section title={t('rule')}>
      <Facts
        facts={[
          { label: t('ruleItem'), value: rule.itemName },
          { label: t('ruleCategory'), value: rule.category },
          {
            label: t('ruleSheet'),
            value: (
              <Link href={`/v/${villageId}/rules/${rule.hash}?item=${item}`}>
                {t('sheetVersion', { version: rule.version })}
              </Link>
            ),
          },
          {
            label: t('noticePeriod'),
            value: notice && (
              <Link href={`/notices/${notice.noticeId}`}>
                {t('noticeDays', {
                  from: format.day(civilDay(notice.publishedAt)),
                  to: format.day(notice.lastDay),
                })}
              </Link>
            ),
          },
        ]}
      />
    </Section>
  )
}

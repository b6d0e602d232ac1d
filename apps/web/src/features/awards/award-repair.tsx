import { awardsMessages, type Award } from '@azalea/client'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'

/** What gives the points of a deduction back, and what already has. */
export function AwardRepair({ ways }: { ways: NonNullable<Award['repair']>['ways'] }) {
  const t = useT(awardsMessages)
  const format = useFormat()
  if (ways.length === 0) return null
  return (
    <Section title={t('repair')}>
      {ways.map(({ way, minutes, restoresHundredths, repairAwardId }) => {
        const points = format.points(restoresHundredths)
        if (repairAwardId === null)
          return <p key={way}>{t(`repair_${way}`, { minutes: minutes ?? 0, points })}</p>
        return (
          <Notice
            key={way}
            kind="done"
            actions={<LinkButton to={`/awards/${repairAwardId}`}>{t('seeRepair')}</LinkButton>}
          >
            {t('repair_done')}
          </Notice>
        )
      })}
    </Section>
  )
}

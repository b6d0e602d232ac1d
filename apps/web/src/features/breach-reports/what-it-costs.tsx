import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Section } from '../../ui/page.tsx'
import type { BreachReport, Rule } from './breach-report.ts'
import { courseMessages } from './course-messages.ts'

/** What the reported would lose were it upheld, and how they can make it good. */
export function WhatItCosts({ report: { about, rules, outcome } }: { report: BreachReport }) {
  const t = useT(courseMessages)
  const format = useFormat()
  const mendingOf = useMending()
  if (about.kind === 'post' && outcome === null) return <p className="soft">{t('costsPost')}</p>
  if (rules.length === 0) return null
  const isOne = rules.length === 1
  const lead = outcome === 'upheld' ? 'costsUpheld' : isOne ? 'costsOne' : 'costsAny'
  return (
    <Section title={t('costs')}>
      <p>{t(lead)}</p>
      <List label={t('costs')}>
        {rules.map((rule) => (
          <ListRow
            key={rule.ref}
            title={rule.name}
            note={mendingOf(rule)}
            value={format.signedPoints(rule.pointsHundredths)}
          />
        ))}
      </List>
      <p className="soft">{t('costsNot')}</p>
    </Section>
  )
}

function useMending(): (rule: Rule) => string {
  const t = useT(courseMessages)
  const format = useFormat()
  return ({ repair, pointsHundredths }) => {
    if (repair.length === 0) return t('mendNone')
    return repair
      .map(({ by, minutes, restoresPermille }) =>
        t(`mend_${by}`, {
          minutes: minutes ?? 0,
          points: format.points(Math.round((-pointsHundredths * restoresPermille) / 1000)),
        }),
      )
      .join(' ')
  }
}

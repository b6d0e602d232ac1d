import { Chart } from '../../ui/chart.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { useQuantity, type WhatIf } from './offer.ts'
import { whatIfMessages } from './what-if-messages.ts'

type Rule = WhatIf['rules'][number]
type Line = WhatIf['lines'][number]

/** How the rules come off: chart, measures, and the households for whom it differs most. */
export function Comparison({ whatIf }: { whatIf: WhatIf }) {
  const t = useT(whatIfMessages)
  const format = useFormat()
  const say = useQuantity(whatIf.unit)
  const { offers, claims, households, supplyQuantity, leftOutOffers, rules } = whatIf
  if (offers === 0) return <Notice>{t('nothing')}</Notice>
  const basis = {
    offers: format.number(offers),
    claims: format.number(claims),
    households: format.number(households),
    supply: say(supplyQuantity),
  }
  return (
    <>
      <p>{t('basis', basis)}</p>
      {leftOutOffers > 0 && <p className="soft">{t('leftOut', { count: leftOutOffers })}</p>}
      <Section title={t('measures')}>
        <Measures rules={rules} />
        <p className="soft small">{t('giniHint')}</p>
        <p className="soft small">{t('noFloor')}</p>
        <Charts rules={rules} />
      </Section>
      <Households whatIf={whatIf} />
    </>
  )
}

function Measures({ rules }: { rules: readonly Rule[] }) {
  const t = useT(whatIfMessages)
  const format = useFormat()
  const permille = usePermille()
  return (
    <DataTable
      caption={t('measures')}
      rows={rules}
      rowKey={({ orderRuleId }) => orderRuleId}
      columns={[
        { key: 'rule', title: t('rule'), cell: ({ name }) => name },
        {
          key: 'receiving',
          title: t('receiving'),
          numeric: true,
          cell: ({ receivingHouseholds }) => format.number(receivingHouseholds),
        },
        {
          key: 'lower',
          title: t('lowerHalf'),
          numeric: true,
          cell: ({ lowerHalfPermille }) => permille.percent(lowerHalfPermille),
        },
        {
          key: 'gini',
          title: t('gini'),
          numeric: true,
          cell: ({ giniPermille }) => permille.fraction(giniPermille),
        },
        {
          key: 'wait',
          title: t('longestWait'),
          numeric: true,
          cell: ({ longestWaitOffers }) => t('waitOffers', { count: longestWaitOffers }),
        },
        {
          key: 'first',
          title: t('first'),
          numeric: true,
          cell: ({ mostOftenFirst }) => t('firstTimes', { count: mostOftenFirst }),
        },
      ]}
    />
  )
}

function Charts({ rules }: { rules: readonly Rule[] }) {
  const t = useT(whatIfMessages)
  const permille = usePermille()
  return (
    <>
      <Chart
        kind="bars"
        title={t('chartLower')}
        labelTitle={t('rule')}
        valueTitle={t('share')}
        points={rules.map(({ name, lowerHalfPermille }) => ({
          label: name,
          value: lowerHalfPermille ?? 0,
        }))}
        format={permille.percent}
      />
      <Chart
        kind="bars"
        title={t('chartGini')}
        labelTitle={t('rule')}
        valueTitle={t('gini')}
        points={rules.map(({ name, giniPermille }) => ({ label: name, value: giniPermille ?? 0 }))}
        format={permille.fraction}
      />
    </>
  )
}

function Households({ whatIf: { lines, rules, unit } }: { whatIf: WhatIf }) {
  const t = useT(whatIfMessages)
  const say = useQuantity(unit)
  const rows = lines.map((line, no) => ({ ...line, no }))
  const columns: readonly Column<Line & { no: number }>[] = [
    {
      key: 'household',
      title: t('household'),
      cell: ({ name, groupName }) => [name ?? t('nameless'), groupName].filter(Boolean).join(' · '),
    },
    ...rules.map(({ orderRuleId, name }, at) => ({
      key: orderRuleId,
      title: name,
      numeric: true,
      cell: ({ quantities }: Line) => say(quantities[at] ?? 0),
    })),
  ]
  if (lines.length === 0)
    return (
      <Section title={t('households')}>
        <p className="soft">{t(rules.length > 1 ? 'householdsNone' : 'householdsOneRule')}</p>
      </Section>
    )
  return (
    <Section title={t('households')}>
      <p className="soft small">{t('householdsHint', { count: lines.length })}</p>
      <DataTable
        caption={t('households')}
        rows={rows}
        rowKey={({ no }) => String(no)}
        columns={columns}
      />
    </Section>
  )
}

function usePermille() {
  const format = useFormat()
  return {
    percent: (permille: number | null) =>
      permille === null ? '–' : `${format.number(permille / 10)}%`,
    fraction: (permille: number | null) =>
      permille === null ? '–' : format.number(permille / 1000),
  }
}

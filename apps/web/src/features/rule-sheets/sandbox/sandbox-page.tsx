import { useState } from 'react'
import { useParams } from 'wouter'
import { useAnswer } from '../../../app/use-answer.ts'
import { useFormat } from '../../../ui/format.ts'
import { useT } from '../../../ui/i18n.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { List, ListRow } from '../../../ui/list.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page, Section } from '../../../ui/page.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import {
  evennessOf,
  type Both,
  type Comparison,
  type PeriodKind,
  type Totals,
} from './comparison.ts'
import { sandboxMessages } from './messages.ts'
import { Moves } from './moves.tsx'
import { TwinBars } from './twin-bars.tsx'

const drawnItems = 12
const drawnGroups = 30

/** What the last month or quarter would have come to under a sheet, beside the one in force. */
export function SandboxPage() {
  const t = useT(sandboxMessages)
  const { id = '' } = useParams()
  const [period, setPeriod] = useState<PeriodKind>('month')
  // The past stays what it was while one looks at it.
  const replay = useAnswer('/api/rule-sheets/{id}/sandbox', { id, period }, { staleTime: 300_000 })
  return (
    <Page title={t('title')} lead={t('lead')} back={`/workbench/rules/${id}`}>
      <Segmented
        label={t('period')}
        options={(['month', 'quarter'] as const).map((value) => ({ value, label: t(value) }))}
        value={period}
        onChange={setPeriod}
      />
      {replay.isPending && (
        <>
          <p className="soft">{t('working')}</p>
          <Skeleton count={6} />
        </>
      )}
      {replay.isError && <ErrorState error={replay.error} onRetry={() => void replay.refetch()} />}
      {replay.isSuccess && <Shown comparison={replay.data} />}
    </Page>
  )
}

function Shown({ comparison }: { comparison: Comparison }) {
  const t = useT(sandboxMessages)
  const format = useFormat()
  const { period, sheets, totals, contributions, items, groups } = comparison
  const sideNames = {
    current: t('current', { version: sheets.current.version }),
    draft: t('draft', { version: sheets.draft.version }),
  }
  const days = t('days', {
    first: format.day(period.firstDay),
    last: format.day(period.lastDay),
  })
  if (totals.current.awards === 0 && totals.draft.awards === 0 && comparison.unjudged.length === 0)
    return (
      <>
        <p className="soft">{days}</p>
        <Notice>{t('none')}</Notice>
      </>
    )
  return (
    <>
      <p className="soft">
        {sheets.draft.title}
        <br />
        {days}
      </p>
      {sheets.current.ruleSheetId === sheets.draft.ruleSheetId && <Notice>{t('sameSheet')}</Notice>}
      <AllTogether totals={totals} sideNames={sideNames} />
      <Moves comparison={comparison} />
      <Unjudged comparison={comparison} />
      <Section title={t('items')}>
        <TwinBars
          title={t('items')}
          labelTitle={t('item')}
          sideNames={sideNames}
          drawnAtMost={drawnItems}
          rows={items.map(({ itemRef, itemName, awards, pointsHundredths }) => ({
            key: itemRef,
            label: itemName,
            note: {
              current: t('times', { count: awards.current }),
              draft: t('times', { count: awards.draft }),
            },
            pointsHundredths,
          }))}
        />
      </Section>
      <Section title={t('groups')}>
        <TwinBars
          title={t('groups')}
          labelTitle={t('group')}
          sideNames={sideNames}
          drawnAtMost={drawnGroups}
          rows={groups.map(({ groupNo, groupName, pointsHundredths }) => ({
            key: String(groupNo),
            label: groupName,
            pointsHundredths,
          }))}
        />
      </Section>
      <p className="soft small">{t('counted', { count: contributions })}</p>
    </>
  )
}

function AllTogether({ totals, sideNames }: { totals: Both<Totals>; sideNames: Both<string> }) {
  const t = useT(sandboxMessages)
  const format = useFormat()
  const evenness = evennessOf(totals)
  const share = (permille: number | null) =>
    permille === null ? '–' : format.percent(permille / 1000)
  const ratio = (permille: number | null) =>
    permille === null ? '–' : (permille / 1000).toFixed(3)
  const tenths = (permille: number) => t('percentPoints', { points: format.number(permille / 10) })
  const rows = [
    { key: 'points', of: (one: Totals) => one.pointsHundredths, say: format.points },
    { key: 'awards', of: (one: Totals) => one.awards, say: format.number },
    { key: 'gini', of: (one: Totals) => one.giniPermille, say: ratio },
    { key: 'topTenth', of: (one: Totals) => one.topTenthPermille, say: share },
  ] as const
  // Two shares differ by points of a per cent, not by a share.
  const differ = { points: format.points, awards: format.number, gini: ratio, topTenth: tenths }
  return (
    <Section title={t('totals')}>
      {evenness !== null && <p>{t(evenness)}</p>}
      <DataTable
        caption={t('giniHint')}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'what', title: t('what'), cell: ({ key }) => t(key) },
          ...(['current', 'draft'] as const).map((side) => ({
            key: side,
            title: sideNames[side],
            numeric: true,
            cell: ({ of, say }: (typeof rows)[number]) => {
              const value = of(totals[side])
              return value === null ? '–' : say(value)
            },
          })),
          {
            key: 'difference',
            title: t('difference'),
            numeric: true,
            cell: ({ key, of }) => {
              const [current, draft] = [of(totals.current), of(totals.draft)]
              if (current === null || draft === null) return '–'
              const sign = draft > current ? '+' : draft < current ? '−' : ''
              return `${sign}${differ[key](Math.abs(draft - current))}`
            },
          },
        ]}
      />
    </Section>
  )
}

function Unjudged({ comparison: { unjudged, newItems } }: { comparison: Comparison }) {
  const t = useT(sandboxMessages)
  return (
    <>
      {unjudged.length > 0 && (
        <Section title={t('unjudged')}>
          <p>{t('unjudgedHint')}</p>
          <List label={t('unjudged')}>
            {unjudged.map(({ itemRef, itemName, reason, contributions }) => (
              <ListRow
                key={`${reason} ${itemRef}`}
                title={itemName}
                note={t(`reason_${reason}`)}
                end={t('deeds', { count: contributions })}
              />
            ))}
          </List>
        </Section>
      )}
      {newItems.length > 0 && (
        <Section title={t('newItems')}>
          <p className="soft">{t('newItemsHint')}</p>
          <List label={t('newItems')}>
            {newItems.map((name) => (
              <ListRow key={name} title={name} />
            ))}
          </List>
        </Section>
      )}
    </>
  )
}

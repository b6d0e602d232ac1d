import { GlobeIcon } from '@phosphor-icons/react/dist/csr/Globe'
import { Fragment } from 'react'
import { useAnswer } from '../../app/use-answer.ts'
import { useSession } from '../../app/session.tsx'
import { DeskList } from '../../ui/desk-list.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import type { ListColumn } from '../../ui/list-column.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useSeasonName, type DeskSeason } from './income.ts'
import { incomeMessages } from './messages.ts'
import { SeasonCharts, SeasonFigures } from './village-season.tsx'

type Earner = DeskSeason['items'][number]

/** What each household and the company earned; at a desk a table that one takes along. */
export function IncomeDeskPage() {
  const t = useT(incomeMessages)
  const { session } = useSession()
  const income = useAnswer('/api/income')
  const seasons = income.data?.seasons ?? []
  return (
    <Page title={t('village')} lead={t('deskLead')} back="/workbench" wide>
      {income.isPending && <Skeleton count={5} />}
      {income.isError && <ErrorState error={income.error} onRetry={() => void income.refetch()} />}
      {income.isSuccess && seasons.length === 0 && <p className="soft">{t('none')}</p>}
      <SeasonCharts seasons={seasons} />
      {seasons.map((season) => (
        <Fragment key={season.seasonId ?? ''}>
          <SeasonFigures season={season} />
          {season.items.length > 0 && <Households season={season} />}
        </Fragment>
      ))}
      {session !== null && (
        <List label={t('public')}>
          <ListRow
            lead={<Icon of={GlobeIcon} />}
            title={t('public')}
            to={`/v/${session.village.villageId}/income`}
          />
        </List>
      )}
    </Page>
  )
}

function Households({ season }: { season: DeskSeason }) {
  const t = useT(incomeMessages)
  const format = useFormat()
  const nameOf = useSeasonName()
  const label = `${t('allHouseholds')} ${nameOf(season)}`
  const money = (key: string, title: string, fen: (row: Earner) => number) => ({
    key,
    title,
    text: (row: Earner) => fen(row) / 100,
    cell: (row: Earner) => format.money(fen(row)),
    numeric: true,
    sort: key,
  })
  const columns: readonly ListColumn<Earner>[] = [
    { key: 'name', title: t('household'), text: ({ name }) => name ?? '—', essential: true },
    { key: 'place', title: t('place'), text: ({ place }) => place, sort: 'place' },
    money('earned', t('earned'), ({ earnedFen }) => earnedFen),
    money('harvest', t('ofHarvest'), ({ harvestFen }) => harvestFen),
    money('paid', t('paid'), ({ paidFen }) => paidFen),
  ]
  return (
    <Section title={label}>
      <DeskList
        label={label}
        sortName={`sort-${season.seasonId ?? 'none'}`}
        rows={season.items}
        rowKey={({ householdId }) => householdId}
        columns={columns}
        phone={({ householdId, name, place, earnedFen }) => (
          <ListRow
            key={householdId}
            title={name ?? '—'}
            note={place}
            value={format.money(earnedFen)}
          />
        )}
      />
    </Section>
  )
}

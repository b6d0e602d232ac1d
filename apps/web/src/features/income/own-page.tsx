import { CoinsIcon } from '@phosphor-icons/react/dist/csr/Coins'
import { DownloadSimpleIcon } from '@phosphor-icons/react/dist/csr/DownloadSimple'
import { apiUrl } from '../../app/api.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { Chart } from '../../ui/chart.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Stat, Stats } from '../../ui/stat.tsx'
import { inTime, useSeasonName, type OwnSeason } from './income.ts'
import { incomeMessages } from './messages.ts'

/** What one's household earned, season by season. */
export function OwnIncomePage() {
  const t = useT(incomeMessages)
  const income = useAnswer('/api/me/income')
  const seasons = income.data?.seasons ?? []
  return (
    <Page title={t('mine')} lead={t('mineLead')} back="/me">
      {income.isPending && <Skeleton count={4} />}
      {income.isError && <ErrorState error={income.error} onRetry={() => void income.refetch()} />}
      {income.isSuccess && seasons.length === 0 && (
        <EmptyState icon={CoinsIcon} title={t('mineNone')} hint={t('mineNoneHint')} />
      )}
      {seasons.length > 1 && <Seasons seasons={seasons} />}
      {seasons.map((season) => (
        <Season key={season.seasonId ?? ''} season={season} />
      ))}
      {seasons.length > 0 && (
        <List label={t('mine')}>
          <ListRow lead={<Icon of={CoinsIcon} />} title={t('toMoney')} to="/me/money" />
        </List>
      )}
      {seasons.length > 0 && (
        <p>
          <a className="row" href={apiUrl('/api/me/income.pdf', {})}>
            <Icon of={DownloadSimpleIcon} />
            {t('pdf')}
          </a>
        </p>
      )}
    </Page>
  )
}

function Seasons({ seasons }: { seasons: readonly OwnSeason[] }) {
  const t = useT(incomeMessages)
  const format = useFormat()
  const nameOf = useSeasonName()
  return (
    <Chart
      title={t('seasonsOf')}
      labelTitle={t('season')}
      valueTitle={t('earned')}
      kind="bars"
      points={inTime(seasons).map((season) => ({
        label: nameOf(season),
        value: season.earnedFen,
      }))}
      format={format.money}
    />
  )
}

function Season({ season }: { season: OwnSeason }) {
  const t = useT(incomeMessages)
  const format = useFormat()
  const nameOf = useSeasonName()
  const { earnedFen, paidFen, sources, months } = season
  return (
    <Section title={nameOf(season)}>
      <Stats>
        <Stat label={t('earned')} value={format.money(earnedFen)} />
        <Stat label={t('paid')} value={format.money(paidFen)} />
        {earnedFen > paidFen && (
          <Stat label={t('open')} value={format.money(earnedFen - paidFen)} />
        )}
      </Stats>
      <List label={t('sources')}>
        {sources.map(({ source, times, earnedFen: fen }) => (
          <ListRow
            key={source}
            title={t(`source_${source}`)}
            note={`${t('times')} ${format.number(times)}`}
            value={format.money(fen)}
          />
        ))}
      </List>
      {months.length > 1 && (
        <Chart
          title={t('months')}
          labelTitle={t('month')}
          valueTitle={t('earned')}
          kind="bars"
          points={months.map(({ month, earnedFen: value }) => ({ label: month, value }))}
          format={format.money}
        />
      )}
    </Section>
  )
}

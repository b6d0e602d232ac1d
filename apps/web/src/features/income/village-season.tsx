import { Chart } from '../../ui/chart.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Section } from '../../ui/page.tsx'
import { Stat, Stats } from '../../ui/stat.tsx'
import { inTime, useSeasonName, type PublicSeason } from './income.ts'
import { incomeMessages } from './messages.ts'

/** What is told of a village's season: with `null` where too few households had a part in it. */
export type VillageSeason = Pick<
  PublicSeason,
  'name' | 'households' | 'earnedFen' | 'medianFen' | 'sources' | 'months' | 'company'
>

/** Seasons side by side; none is drawn of which nothing is told. */
export function SeasonCharts({ seasons }: { seasons: readonly VillageSeason[] }) {
  const t = useT(incomeMessages)
  const format = useFormat()
  const nameOf = useSeasonName()
  if (seasons.length < 2) return null
  const ordered = inTime(seasons)
  return (
    <>
      <Chart
        title={t('seasonsOf')}
        labelTitle={t('season')}
        valueTitle={t('earned')}
        kind="bars"
        points={ordered.map((one) => ({ label: nameOf(one), value: one.earnedFen }))}
        format={format.money}
      />
      <Chart
        title={t('companySeasons')}
        labelTitle={t('season')}
        valueTitle={t('sales')}
        kind="bars"
        points={ordered.map((one) => ({ label: nameOf(one), value: one.company.salesFen }))}
        format={format.money}
      />
    </>
  )
}

/** Households together, the company, and both month by month. */
export function SeasonFigures({ season }: { season: VillageSeason }) {
  const t = useT(incomeMessages)
  const format = useFormat()
  const nameOf = useSeasonName()
  const told = (fen: number | null) => (fen === null ? t('hidden') : format.money(fen))
  const { months, sources } = season
  return (
    <Section title={nameOf(season)}>
      <Stats>
        <Stat label={t('earned')} value={told(season.earnedFen)} />
        <Stat
          label={t('households')}
          value={season.households === null ? t('hidden') : format.number(season.households)}
        />
        <Stat label={t('median')} value={told(season.medianFen)} />
      </Stats>
      {sources.length > 0 && (
        <Chart
          title={t('sources')}
          labelTitle={t('source')}
          valueTitle={t('earned')}
          kind="bars"
          points={sources.map(({ source, households, earnedFen }) => ({
            label:
              households === null
                ? t(`source_${source}`)
                : t('sourceOf', { source: t(`source_${source}`), count: households }),
            value: earnedFen,
          }))}
          format={format.money}
        />
      )}
      {months.length > 1 && months.some(({ earnedFen }) => (earnedFen ?? 0) > 0) && (
        <Chart
          title={t('monthsOf', { season: nameOf(season) })}
          labelTitle={t('month')}
          valueTitle={t('earned')}
          kind="bars"
          points={months.map(({ month, earnedFen }) => ({ label: month, value: earnedFen }))}
          format={format.money}
        />
      )}
      <Company season={season} />
    </Section>
  )
}

/** What the company sold and bought. */
function Company({ season }: { season: VillageSeason }) {
  const t = useT(incomeMessages)
  const format = useFormat()
  const nameOf = useSeasonName()
  const { company, months } = season
  return (
    <>
      <Chart
        title={t('companyOf', { season: nameOf(season) })}
        labelTitle={t('company')}
        valueTitle={t('yuan')}
        kind="bars"
        points={[
          { label: t('online'), value: company.onlineFen },
          { label: t('till'), value: company.tillFen },
          { label: t('adoption'), value: company.adoptionFen },
          { label: t('purchases'), value: company.purchasesFen },
        ]}
        format={format.money}
      />
      <Facts
        facts={[
          { label: t('orders'), value: format.number(company.orders) },
          { label: t('sales'), value: format.money(company.salesFen) },
          {
            label: t('margin'),
            value: company.marginFen === null ? t('hidden') : format.money(company.marginFen),
          },
        ]}
      />
      <p className="soft">{t('marginNote')}</p>
      {months.length > 1 && company.salesFen > 0 && (
        <Chart
          title={t('salesOf', { season: nameOf(season) })}
          labelTitle={t('month')}
          valueTitle={t('sales')}
          kind="bars"
          points={months.map(({ month, salesFen }) => ({ label: month, value: salesFen }))}
          format={format.money}
        />
      )}
    </>
  )
}

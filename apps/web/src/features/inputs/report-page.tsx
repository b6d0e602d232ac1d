import { DownloadSimpleIcon } from '@phosphor-icons/react/dist/csr/DownloadSimple'
import { useParams } from 'wouter'
import { apiUrl } from '../../app/api.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { Chart } from '../../ui/chart.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { Report } from './inputs.ts'
import { inputReportMessages } from './report-messages.ts'

const kinds = ['pesticide', 'fertiliser'] as const
const units = ['g', 'ml'] as const

/** Fertiliser comes by the kilogram, pesticide by the gram. */
const isLarge = (kind: (typeof kinds)[number], unit: (typeof units)[number]) =>
  kind === 'fertiliser' && unit === 'g'
const thousandthsOf = (...of: Parameters<typeof isLarge>) => (isLarge(...of) ? 1_000_000 : 1_000)
const unitName = (...of: Parameters<typeof isLarge>) => (isLarge(...of) ? 'kg' : of[1])

/** How much came onto a mu, by season and by plot, for anybody. */
export function ReportPage() {
  const t = useT(inputReportMessages)
  const { villageId = '' } = useParams()
  const report = useAnswer('/api/villages/{villageId}/input-report', { villageId })
  const village = report.data?.villageName ?? ''
  return (
    <Page title={t('title')} lead={village === '' ? undefined : t('lead', { village })}>
      {report.isPending && <Skeleton count={4} />}
      {report.isError && <ErrorState error={report.error} onRetry={() => void report.refetch()} />}
      {report.data?.seasons.length === 0 && <p className="soft">{t('none')}</p>}
      {report.data !== undefined && report.data.seasons.length > 0 && (
        <>
          <Seasons report={report.data} />
          <PlotCharts report={report.data} />
          <Plots report={report.data} />
          <p>
            <a
              className="row"
              href={apiUrl('/api/villages/{villageId}/input-report.csv', { villageId })}
              download
            >
              <Icon of={DownloadSimpleIcon} />
              {t('csv')}
            </a>
          </p>
        </>
      )}
    </Page>
  )
}

function Seasons({ report }: { report: Report }) {
  const t = useT(inputReportMessages)
  const format = useFormat()
  const charts = kinds.flatMap((kind) => units.map((unit) => ({ kind, unit })))
  return charts.map(({ kind, unit }) => {
    const one = thousandthsOf(kind, unit)
    const valueOf = (season: Report['seasons'][number]) =>
      season.lines.find((line) => line.kind === kind && line.unit === unit)?.perMu ?? 0
    if (report.seasons.every((season) => valueOf(season) === 0)) return null
    const points = report.seasons.map((season) => ({
      label: season.name,
      value: valueOf(season) / one,
    }))
    return (
      <Chart
        key={`${kind} ${unit}`}
        title={t(`chart_${kind}`, { unit: t(unitName(kind, unit)) })}
        labelTitle={t('season')}
        valueTitle={t('perMu')}
        kind="bars"
        points={points}
        format={(value) => format.number(value)}
      />
    )
  })
}

/** The plots of the latest season that anything came onto, the most first. */
function PlotCharts({ report }: { report: Report }) {
  const t = useT(inputReportMessages)
  const format = useFormat()
  const latest = report.seasons.at(-1)
  return kinds.flatMap((kind) =>
    units.map((unit) => {
      const own = report.plots
        .filter(
          (plot) => plot.season === latest?.season && plot.kind === kind && plot.unit === unit,
        )
        .toSorted((one, other) => other.perMu - one.perMu)
      if (own.length < 2) return null
      return (
        <Chart
          key={`${kind} ${unit}`}
          title={t(`chartPlots_${kind}`, {
            season: latest?.name ?? '',
            unit: t(unitName(kind, unit)),
          })}
          labelTitle={t('plot')}
          valueTitle={t('perMu')}
          kind="bars"
          points={own.map(({ label, perMu }) => ({
            label,
            value: Number((perMu / thousandthsOf(kind, unit)).toPrecision(3)),
          }))}
          format={format.number}
        />
      )
    }),
  )
}

function Plots({ report }: { report: Report }) {
  const t = useT(inputReportMessages)
  const format = useFormat()
  const names = new Map(report.seasons.map(({ season, name }) => [season, name]))
  return (
    <Section title={t('plots')}>
      <DataTable
        caption={t('plots')}
        rows={report.plots}
        rowKey={({ season, label, kind, unit }) => `${season} ${label} ${kind} ${unit}`}
        columns={[
          { key: 'plot', title: t('plot'), cell: ({ label }) => label },
          { key: 'season', title: t('season'), cell: ({ season }) => names.get(season) ?? season },
          { key: 'kind', title: t('kind'), cell: ({ kind }) => t(kind) },
          {
            key: 'perMu',
            title: t('perMu'),
            cell: ({ kind, unit, perMu }) =>
              t('amount', {
                amount: format.number(Number((perMu / thousandthsOf(kind, unit)).toPrecision(3))),
                unit: t(unitName(kind, unit)),
              }),
            numeric: true,
          },
          { key: 'times', title: t('times'), cell: ({ times }) => String(times), numeric: true },
        ]}
      />
    </Section>
  )
}

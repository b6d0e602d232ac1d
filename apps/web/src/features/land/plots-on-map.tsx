import { Suspense } from 'react'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { useT } from '../../ui/i18n.ts'
import { lazyPage } from '../../ui/lazy-page.tsx'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { plotStates, stateTones, useArea, type Land, type Plot, type PublicPlot } from './land.ts'
import { landMessages } from './messages.ts'
import './land.css'

/** Loaded by who looks at a map. */
const PlotMap = lazyPage(() => import('./plot-map.tsx').then((m) => m.PlotMap))

type Shown = PublicPlot & Partial<Pick<Plot, 'holderName'>>

/** A map of plots with what its colours mean, and the same as a table. */
export function PlotsOnMap({
  plots,
  tiles,
  chosen,
  onChoose,
}: {
  plots: readonly Shown[]
  tiles: Land['tiles']
  chosen?: string | null
  onChoose?: (plotId: string) => void
}) {
  const t = useT(landMessages)
  return (
    <>
      <Suspense fallback={<Skeleton count={4} />}>
        <PlotMap
          label={t('map')}
          plots={plots}
          tiles={tiles}
          {...(chosen === undefined ? {} : { chosen })}
          {...(onChoose === undefined ? {} : { onChoose })}
        />
      </Suspense>
      <Legend plots={plots} />
      <details className="plot-table">
        <summary>{t('table')}</summary>
        <PlotTable plots={plots} {...(onChoose === undefined ? {} : { onChoose })} />
      </details>
    </>
  )
}

function Legend({ plots }: { plots: readonly Shown[] }) {
  const t = useT(landMessages)
  return (
    <ul className="plot-legend" aria-label={t('legend')}>
      {plotStates.map((state) => (
        <li key={state}>
          <StateBadge tone={stateTones[state]}>
            {t('stateCount', {
              state: t(`state_${state}`),
              count: String(plots.filter((plot) => plot.state === state).length),
            })}
          </StateBadge>
        </li>
      ))}
    </ul>
  )
}

function PlotTable({
  plots,
  onChoose,
}: {
  plots: readonly Shown[]
  onChoose?: (plotId: string) => void
}) {
  const t = useT(landMessages)
  const area = useArea()
  const columns: Column<Shown>[] = [
    {
      key: 'label',
      title: t('label'),
      cell: ({ plotId, label }) =>
        onChoose === undefined ? (
          label
        ) : (
          <Button kind="quiet" onClick={() => onChoose(plotId)}>
            {label}
          </Button>
        ),
    },
    { key: 'group', title: t('group'), cell: ({ groupName }) => groupName ?? '' },
    {
      key: 'area',
      title: t('areaHead'),
      numeric: true,
      cell: ({ areaSquareMetres }) => area(areaSquareMetres),
    },
    {
      key: 'state',
      title: t('state'),
      cell: ({ state }) => <StateBadge tone={stateTones[state]}>{t(`state_${state}`)}</StateBadge>,
    },
    ...(plots.some(({ holderName }) => holderName !== undefined)
      ? [
          {
            key: 'holder',
            title: t('holder'),
            cell: ({ holderName }: Shown) => holderName ?? '',
          },
        ]
      : []),
  ]
  return (
    <DataTable
      caption={t('table')}
      columns={columns}
      rows={plots}
      rowKey={({ plotId }) => plotId}
      brief
    />
  )
}

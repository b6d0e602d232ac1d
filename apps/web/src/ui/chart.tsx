import { lazy, Suspense } from 'react'
import { useT } from './i18n.ts'
import type { ChartBeside, ChartPoint } from './chart-point.ts'
import { ChartBars } from './chart-bars.tsx'
import { DataTable } from './data-table.tsx'
import { uiMessages } from './messages.ts'
import { TitleAbove } from './title-above.ts'
import './chart.css'

const ChartDrawing = lazy(async () => ({
  default: (await import('./chart-drawing.tsx')).ChartDrawing,
}))

/**
 * A trend (`line`) or a comparison (`bars`), with its numbers in a table that everybody can open.
 * Bars lie under their names, however long these are; a trend's drawing is loaded when it is shown.
 */
export function Chart({
  title,
  labelTitle,
  valueTitle,
  points,
  kind = 'line',
  beside,
  format,
}: {
  title: string
  /** The table's column heads. */
  labelTitle: string
  valueTitle: string
  points: readonly ChartPoint[]
  kind?: 'line' | 'bars'
  /** Of a trend: what it is held against, such as its plan. */
  beside?: ChartBeside
  format: (value: number) => string
}) {
  const t = useT(uiMessages)
  return (
    <figure className="chart">
      <figcaption className="chart__caption">{title}</figcaption>
      {beside !== undefined && (
        <p className="chart__legend soft" aria-hidden="true">
          <span className="chart__key">{valueTitle}</span>
          <span className="chart__key chart__key--beside">{beside.title}</span>
        </p>
      )}
      <div className={`chart__drawing chart__drawing--${kind}`} aria-hidden="true">
        {kind === 'bars' ? (
          <ChartBars points={points} format={format} />
        ) : (
          <Suspense>
            <ChartDrawing points={points} beside={beside?.values} format={format} />
          </Suspense>
        )}
      </div>
      <TitleAbove value={title}>
        <details>
          <summary>{t('showTable')}</summary>
          <DataTable
            caption={title}
            rows={points}
            rowKey={(point) => point.label}
            columns={[
              { key: 'label', title: labelTitle, cell: (point) => point.label },
              ...(beside === undefined
                ? []
                : [
                    {
                      key: 'beside',
                      title: beside.title,
                      cell: (point: ChartPoint) =>
                        format(beside.values[points.indexOf(point)] ?? 0),
                      numeric: true,
                    },
                  ]),
              {
                key: 'value',
                title: valueTitle,
                cell: (point) => (point.value === null ? '—' : format(point.value)),
                numeric: true,
              },
            ]}
          />
        </details>
      </TitleAbove>
    </figure>
  )
}

import { useFormat } from '../../../ui/format.ts'
import { useT } from '../../../ui/i18n.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import type { Both } from './comparison.ts'
import { sandboxMessages } from './messages.ts'
import './twin-bars.css'

export interface TwinRow {
  key: string
  label: string
  /** Below the values in the table: how many awards. */
  note?: Both<string>
  pointsHundredths: Both<number>
}

const sides = ['current', 'draft'] as const

/** Points under both sheets, bar by bar, with the numbers in a table that everybody can open. */
export function TwinBars({
  title,
  labelTitle,
  sideNames,
  rows,
  drawnAtMost,
}: {
  /** What the table holds, for screen readers. */
  title: string
  labelTitle: string
  sideNames: Both<string>
  rows: readonly TwinRow[]
  /** The table always has all rows. */
  drawnAtMost: number
}) {
  const t = useT(sandboxMessages)
  const format = useFormat()
  return (
    <div>
      <Bars rows={rows.slice(0, drawnAtMost)} sideNames={sideNames} />
      <details>
        <summary>{t('table')}</summary>
        <DataTable
          caption={title}
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { key: 'label', title: labelTitle, cell: ({ label }) => label },
            ...sides.map((side) => ({
              key: side,
              title: sideNames[side],
              numeric: true,
              cell: ({ pointsHundredths, note }: TwinRow) => (
                <>
                  {format.points(pointsHundredths[side])}
                  {note !== undefined && <span className="soft small"> · {note[side]}</span>}
                </>
              ),
            })),
            {
              key: 'difference',
              title: t('difference'),
              numeric: true,
              cell: ({ pointsHundredths: { current, draft } }) =>
                format.signedPoints(draft - current),
            },
          ]}
        />
      </details>
    </div>
  )
}

function Bars({ rows, sideNames }: { rows: readonly TwinRow[]; sideNames: Both<string> }) {
  const format = useFormat()
  const longest = Math.max(
    1,
    ...rows.flatMap(({ pointsHundredths }) =>
      sides.map((side) => Math.abs(pointsHundredths[side])),
    ),
  )
  return (
    <div className="twin-bars" aria-hidden="true">
      <div className="twin-bars__legend">
        {sides.map((side) => (
          <span key={side}>
            <span className={`twin-bars__mark twin-bars__mark--${side}`} />
            {sideNames[side]}
          </span>
        ))}
      </div>
      {rows.map(({ key, label, pointsHundredths }) => (
        <div key={key} className="twin-bars__row">
          <span>{label}</span>
          <div className="twin-bars__lines">
            {sides.map((side) => (
              <div key={side} className="twin-bars__line">
                <div
                  className={`twin-bars__bar twin-bars__bar--${side}`}
                  style={{ width: `${(Math.abs(pointsHundredths[side]) / longest) * 100}%` }}
                />
                <span className="twin-bars__value">{format.points(pointsHundredths[side])}</span>
              </div>
            ))}
          </div>
        </div>
      ))}
    </div>
  )
}

import type { ChartPoint } from './chart-point.ts'

/** A comparison: each name in full with its value, and a bar as long as its share of the longest. */
export function ChartBars({
  points,
  format,
}: {
  points: readonly ChartPoint[]
  format: (value: number) => string
}) {
  const longest = Math.max(...points.map(({ value }) => value ?? 0), 0)
  return (
    <ul className="chart-bars">
      {points.map(({ label, value }, at) => (
        <li key={`${at} ${label}`} className="chart-bars__line">
          <span className="chart-bars__label">{label}</span>
          <span className="chart-bars__value">{value === null ? '—' : format(value)}</span>
          <span className="chart-bars__track">
            <span
              className="chart-bars__bar"
              style={{
                inlineSize: `${longest > 0 ? (Math.max(0, value ?? 0) / longest) * 100 : 0}%`,
              }}
            />
          </span>
        </li>
      ))}
    </ul>
  )
}

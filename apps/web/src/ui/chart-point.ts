export interface ChartPoint {
  /** What stands below the axis: a day, a hamlet. */
  label: string
  value: number
}

export interface ChartPoint {
  /** What stands below the axis: a day, a hamlet. */
  label: string
  /** A shorter one for the axis, where the table says the whole. */
  shortLabel?: string
  /** Null: nothing is known; a trend has a gap there. */
  value: number | null
}

/** What is drawn beside a trend, dashed: a value for each of its points. */
export interface ChartBeside {
  readonly title: string
  readonly values: readonly number[]
}

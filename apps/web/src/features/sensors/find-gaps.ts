/** Shorter ones are a gateway that was late. */
const LEAST_POINTS = 3

interface Point {
  readonly at: string
  readonly value: number | null
}

export interface Gap {
  readonly from: string
  /** Null: it lasts. */
  readonly to: string | null
}

/** Where nothing was heard for some points on end, once something had been heard. */
export function findGaps(points: readonly Point[]): Gap[] {
  const gaps: Gap[] = []
  let from: number | null = null
  let hasBegun = false
  for (const [index, { at, value }] of points.entries()) {
    if (value === null) {
      if (hasBegun) from ??= index
      continue
    }
    hasBegun = true
    const first = from === null ? undefined : points[from]
    if (from !== null && first !== undefined && index - from >= LEAST_POINTS)
      gaps.push({ from: first.at, to: at })
    from = null
  }
  const first = from === null ? undefined : points[from]
  if (from !== null && first !== undefined && points.length - from >= LEAST_POINTS)
    gaps.push({ from: first.at, to: null })
  return gaps
}

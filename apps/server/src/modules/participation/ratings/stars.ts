import type { StarCounts } from './rating.store.ts'

/** What a subject's raters give it, each with their latest rating. */
export type Stars = {
  /** The mean in tenths of a star, 10 to 50; null before the first rating. */
  readonly averageTenths: number | null
  readonly count: number
  /** How many give one, two … five stars. */
  readonly distribution: number[]
}

/** The mean is rounded to the nearest tenth, half up, by integer arithmetic. */
export function summariseStars(distribution: StarCounts): Stars {
  const count = distribution.reduce((sum, raters) => sum + raters, 0)
  const total = distribution.reduce((sum, raters, index) => sum + raters * (index + 1), 0)
  const averageTenths = count === 0 ? null : Math.floor((total * 20 + count) / (2 * count))
  return { averageTenths, count, distribution: [...distribution] }
}

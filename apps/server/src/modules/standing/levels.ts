/** Counts are kept at each exact score (level 0), in bands of 64 hundredths (1) and of 4,096 (2). */
export type Level = 0 | 1 | 2

export const levels: readonly Level[] = [0, 1, 2]

/** Each band of a level holds this many of the level below, as a power of two. */
export const LEVEL_BITS = 6

/** The bucket of a score at a level: as PostgreSQL's `>>`, also below zero. */
export function bucketOf(pointsHundredths: number, level: Level): number {
  return Math.floor(pointsHundredths / 2 ** (LEVEL_BITS * level))
}

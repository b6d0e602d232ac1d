const ROUNDS = 5

/** Measurements in the order in which they were taken, as so many rounds of equal length. */
export function inRounds(took: readonly number[]): number[][] {
  const length = Math.floor(took.length / ROUNDS)
  return Array.from({ length: ROUNDS }, (_, round) =>
    took.slice(round * length, (round + 1) * length),
  )
}

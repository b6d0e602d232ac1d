/** How unevenly points are spread, in thousandths; null while nobody has any. */
export interface Inequality {
  /** 0: everybody has the same; 1000: one has it all. */
  readonly giniPermille: number | null
  /** What the tenth with the most (at least one) has of everything. */
  readonly topTenthPermille: number | null
}

/**
 * The Gini coefficient and the share of the top tenth over all competitors, those with nothing
 * included; whoever stands below zero counts as nothing. Whole-number arithmetic, rounded half up.
 * Gini: C. Gini, 1912, as Σ(2i − n − 1)·xᵢ / (n·Σx) over the points in rising order.
 */
export function inequalityOf(pointsHundredths: readonly number[]): Inequality {
  const rising = pointsHundredths.map((points) => Math.max(0, points)).toSorted((a, b) => a - b)
  const count = BigInt(rising.length)
  let total = 0n
  let weighted = 0n
  for (const [at, points] of rising.entries()) {
    total += BigInt(points)
    weighted += (2n * BigInt(at + 1) - count - 1n) * BigInt(points)
  }
  if (total === 0n) return { giniPermille: null, topTenthPermille: null }
  const top = rising.slice(rising.length - Math.ceil(rising.length / 10))
  const topTotal = top.reduce((sum, points) => sum + BigInt(points), 0n)
  return {
    giniPermille: permille(weighted, count * total),
    topTenthPermille: permille(topTotal, total),
  }
}

function permille(part: bigint, whole: bigint): number {
  return Number((part * 2000n + whole) / (2n * whole))
}

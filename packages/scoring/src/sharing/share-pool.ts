/** The points of one household that a pool is shared by, under its name in the log. */
export interface CountedPoints {
  readonly household: string
  readonly pointsHundredths: number
}

export interface PoolShare extends CountedPoints {
  readonly shareFen: number
  /** One fen of what did not divide came to it. */
  readonly hasRemainder: boolean
}

export interface SharedPool {
  /** In the order of the households' names. */
  readonly shares: readonly PoolShare[]
  readonly totalHundredths: number
  /** All of the pool; nothing where nobody has points. */
  readonly sharedFen: number
}

/**
 * Shares a pool by points, to the fen: each gets the whole fen of its part; what does not divide goes,
 * a fen each, to the largest remainders (Hamilton's method), of equal ones to the smaller name. Who
 * has no points, or fewer than none, has no share.
 * @throws RangeError when a name stands twice, or an amount is no safe integer
 */
export function sharePool(poolFen: number, counted: readonly CountedPoints[]): SharedPool {
  if (!Number.isSafeInteger(poolFen) || poolFen < 0) throw new RangeError(`no pool: ${poolFen}`)
  const held = counted
    .filter(({ pointsHundredths }) => pointsHundredths > 0)
    .toSorted((a, b) => (a.household < b.household ? -1 : 1))
  checkHeld(held)
  const total = held.reduce((sum, one) => sum + one.pointsHundredths, 0)
  if (!Number.isSafeInteger(total)) throw new RangeError(`too many points: ${total}`)
  if (total === 0) return { shares: [], totalHundredths: 0, sharedFen: 0 }
  const parts = held.map((one) => {
    const product = BigInt(poolFen) * BigInt(one.pointsHundredths)
    const whole = Number(product / BigInt(total))
    return { ...one, whole, remainder: Number(product % BigInt(total)) }
  })
  const left = poolFen - parts.reduce((sum, { whole }) => sum + whole, 0)
  const lucky = new Set(
    parts
      // The names stand in order already, and sorting keeps it among equals.
      .toSorted((a, b) => b.remainder - a.remainder)
      .slice(0, left)
      .map(({ household }) => household),
  )
  const shares = parts.map(({ household, pointsHundredths, whole }) => {
    const hasRemainder = lucky.has(household)
    return { household, pointsHundredths, shareFen: whole + (hasRemainder ? 1 : 0), hasRemainder }
  })
  return { shares, totalHundredths: total, sharedFen: poolFen }
}

function checkHeld(held: readonly CountedPoints[]): void {
  for (const [at, { household, pointsHundredths }] of held.entries()) {
    if (household === held[at + 1]?.household) throw new RangeError(`${household} stands twice`)
    if (!Number.isSafeInteger(pointsHundredths)) throw new RangeError(`no points: ${household}`)
  }
}

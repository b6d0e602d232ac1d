import type { Lot } from '../stock/lot.store.ts'
import type { Taking } from './purchase.store.ts'

export interface Choice {
  readonly takings: readonly Taking[]
  /** What they cost the village. */
  readonly costFen: number
  readonly leftQuantity: number
}

/** So many pieces of lots that stand in the order in which they expire: the first first. */
export function chooseLots(
  lots: readonly Lot[],
  quantity: number,
): Choice | { leftQuantity: number } {
  const leftQuantity = lots.reduce((sum, lot) => sum + lot.leftQuantity, 0)
  if (leftQuantity < quantity) return { leftQuantity }
  const takings: Taking[] = []
  let costFen = 0
  let missing = quantity
  for (const { lotId, leftQuantity: left, unitCostFen } of lots) {
    const taken = Math.min(missing, left)
    if (taken === 0) continue
    takings.push({ lotId, quantity: taken })
    costFen += taken * unitCostFen
    missing -= taken
  }
  return { takings, costFen, leftQuantity: leftQuantity - quantity }
}

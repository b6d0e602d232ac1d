import type { Actor } from '../../../../platform/actor.ts'
import type { Commands } from '../../parts.ts'
import { selectReservedByLot } from '../purchases/purchase.store.ts'
import { refuse } from '../refusals.ts'
import type { StockReason } from '../tables.ts'
import { lockLot } from './lot.store.ts'
import { insertStockMove, selectOpenMoveOf } from './stock-move.store.ts'

export interface CountLotInput {
  readonly lotId: string
  /** What stands on the shelf, with what is reserved. */
  readonly countedQuantity: number
  readonly why: StockReason
  /** How the difference came about. */
  readonly words: string
}

/**
 * Enters what was counted of a lot. Where it is not what the stock account says, the difference waits for the
 * signature of another household (`signCount`).
 * @returns the difference, and its move where there is one
 * @throws Refusal 'unknown_lot', 'stock_move_waits'
 */
export async function countLot(
  { act }: Pick<Commands, 'act'>,
  actor: Actor,
  key: string,
  input: CountLotInput,
): Promise<{ readonly moveId: string | null; readonly difference: number }> {
  const { lotId, countedQuantity, why, words } = input
  return act({ name: 'count-lot', actor, key, input: { ...input } }, async (tx) => {
    const { db, villageId } = tx
    const lot = await lockLot(db, villageId, lotId)
    if (lot === null) throw refuse('unknown_lot')
    if ((await selectOpenMoveOf(db, villageId, lotId)) !== null) throw refuse('stock_move_waits')
    const reserved = (await selectReservedByLot(db, villageId)).get(lotId) ?? 0
    const quantity = countedQuantity - lot.leftQuantity - reserved
    if (quantity === 0) return { moveId: null, difference: 0 }
    const moveId = tx.newId()
    const proposed = { proposedBy: actor.personId, proposedAt: tx.now }
    await insertStockMove(db, villageId, { moveId, lotId, quantity, why, words, ...proposed })
    return { moveId, difference: quantity }
  })
}

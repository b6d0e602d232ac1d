import { shopStockCorrected } from '@azalea/records'
import type { Actor } from '../../../../platform/actor.ts'
import type { Db } from '../../../../platform/database/database.ts'
import type { Refusal } from '../../../../platform/refusal.ts'
import { areKin } from '../../../community/index.ts'
import type { Commands } from '../../parts.ts'
import { refuse } from '../refusals.ts'
import { lockLot, moveStock } from './lot.store.ts'
import { decideStockMove, lockStockMove, type StockMove } from './stock-move.store.ts'

export interface SignCountInput {
  readonly moveId: string
  /** False: it was counted wrong; nothing changes. */
  readonly agrees: boolean
}

/**
 * The second signature under a difference of the stock, by another household than counted it.
 * @throws Refusal 'unknown_stock_move', 'stock_move_decided', 'own_stock_move', 'stock_below_zero'
 */
export async function signCount(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  input: SignCountInput,
): Promise<Record<string, never>> {
  const { moveId, agrees } = input
  return act({ name: 'sign-count', actor, key, input: { moveId, agrees } }, async (tx) => {
    const { db, villageId } = tx
    const move = await lockStockMove(db, villageId, moveId)
    if (move === null) throw refuse('unknown_stock_move')
    const bar = await whyNotSigningCount(db, actor, move)
    if (bar !== null) throw bar
    const { lotId, quantity, why, proposedBy, words } = move
    const state = agrees ? ('signed' as const) : ('refused' as const)
    await decideStockMove(db, villageId, moveId, { state, by: actor.personId, at: tx.now })
    if (!agrees) return {}
    const lot = await lockLot(db, villageId, lotId)
    const left = lot?.leftQuantity ?? 0
    if (left + quantity < 0) throw refuse('stock_below_zero', { left })
    await moveStock(db, villageId, [{ lotId, quantity }])
    const name = (await secrets.of(db, villageId)).pseudonym('lot', lotId)
    tx.append(
      shopStockCorrected({
        public: { lot: name, quantity, why },
        parts: [
          { personId: proposedBy, payload: { moveId, proposedBy, words: words ?? '' } },
          { personId: actor.personId, payload: { moveId, signedBy: actor.personId } },
        ],
      }),
    )
    return {}
  })
}

/** What bars a person from signing a difference. Null when nothing does. */
export async function whyNotSigningCount(
  db: Db,
  { villageId, personId }: Actor,
  { state, proposedBy }: StockMove,
): Promise<Refusal | null> {
  if (state !== 'proposed') return refuse('stock_move_decided')
  const isOwn = await areKin(db, villageId, personId, [proposedBy])
  return isOwn ? refuse('own_stock_move') : null
}

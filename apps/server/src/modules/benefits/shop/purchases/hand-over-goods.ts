import { readPlateCode } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import { civilDay } from '@azalea/text'
import type { Tx } from '../../../record/index.ts'
import type { Commands } from '../../parts.ts'
import { selectOpenings } from '../openings/opening.store.ts'
import { refuse } from '../refusals.ts'
import { whyNotServing } from './bar-buyer.ts'
import { changePurchase, lockPurchase, selectTakings, type Purchase } from './purchase.store.ts'

export interface HandOverGoodsInput {
  /** As it was scanned or typed. */
  readonly code: string
  readonly purchaseIds: readonly string[]
}

/**
 * Hands what a household reserved over to who shows its code, while the shop is open; it counts once
 * somebody of another household has signed too (`signHandOver`).
 * @throws Refusal 'unknown_purchase', 'code_of_other_household', 'not_reserved', 'reservation_over',
 *   'shop_closed', 'lot_expired', 'own_household_purchase'
 */
export async function handOverGoods(
  { act }: Pick<Commands, 'act'>,
  actor: Actor,
  key: string,
  input: HandOverGoodsInput,
): Promise<Record<string, never>> {
  const code = readPlateCode(input.code)
  const purchaseIds = [...new Set(input.purchaseIds)].toSorted()
  const command = { name: 'hand-over-goods', actor, key, input: { code, purchaseIds } }
  return act(command, async (tx) => {
    await requireOpen(tx)
    for (const purchaseId of purchaseIds) {
      const purchase = await lockPurchase(tx.db, tx.villageId, purchaseId)
      await requireDeliverable(tx, actor, purchase, code)
      const handed = { state: 'handed', handed_by: actor.personId, handed_at: tx.now } as const
      await changePurchase(tx.db, tx.villageId, purchaseId, handed)
    }
    return {}
  })
}

async function requireOpen(tx: Tx): Promise<void> {
  const [opening] = await selectOpenings(tx.db, tx.villageId, tx.now, 1)
  if (opening === undefined || opening.opensAt > tx.now) throw refuse('shop_closed')
}

async function requireDeliverable(
  tx: Tx,
  actor: Actor,
  purchase: Purchase | null,
  code: string,
): Promise<void> {
  if (purchase === null) throw refuse('unknown_purchase')
  if (purchase.householdCode !== code) throw refuse('code_of_other_household')
  const bar = await whyNotServing(tx.db, actor, purchase)
  if (bar !== null) throw bar
  if (purchase.state !== 'reserved') throw refuse('not_reserved')
  if (purchase.fetchUntil <= tx.now) throw refuse('reservation_over')
  const today = civilDay(tx.now)
  for (const { expiresOn } of await selectTakings(tx.db, tx.villageId, purchase.purchaseId))
    if (expiresOn !== null && expiresOn < today) throw refuse('lot_expired', { date: expiresOn })
}

import type { Actor } from '../../../../platform/actor.ts'
import type { Commands } from '../../parts.ts'
import { refuse } from '../refusals.ts'
import { endReservation } from './end-reservation.ts'
import { lockPurchase } from './purchase.store.ts'

/**
 * Takes a reservation of one's household back before it is fetched; the points go back.
 * @throws Refusal 'unknown_purchase', 'not_reserved'
 */
export async function cancelReservation(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  input: { readonly purchaseId: string },
): Promise<Record<string, never>> {
  const { purchaseId } = input
  return act({ name: 'cancel-reservation', actor, key, input: { purchaseId } }, async (tx) => {
    const purchase = await lockPurchase(tx.db, tx.villageId, purchaseId)
    if (purchase === null || purchase.householdId !== actor.householdId)
      throw refuse('unknown_purchase')
    if (purchase.state !== 'reserved') throw refuse('not_reserved')
    await endReservation(tx, secrets, purchase, 'cancelled')
    return {}
  })
}

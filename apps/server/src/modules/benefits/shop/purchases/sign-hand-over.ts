import { shopRedeemed } from '@azalea/records'
import type { Actor } from '../../../../platform/actor.ts'
import { spendPoints } from '../../../ledger/index.ts'
import { spendReserved, villageCompany } from '../../../money/index.ts'
import type { Tx, VillageSecrets } from '../../../record/index.ts'
import type { Commands } from '../../parts.ts'
import { refuse } from '../refusals.ts'
import { SHOP } from '../seller.ts'
import { whyNotSigning } from './bar-buyer.ts'
import { notifyHolders } from '../../turns/notify-holders.ts'
import { aboutPurchase } from './purchase-messages.ts'
import { changePurchase, lockPurchase, type Purchase } from './purchase.store.ts'

export interface SignHandOverInput {
  readonly purchaseId: string
  /** False: it was not handed over, and is reserved as before. */
  readonly agrees: boolean
}

/**
 * The second signature under a hand-over, by another household than the first and the buyer's: now the
 * points are spent, and the village's money with them. Who handed over by mistake may take it back.
 * @throws Refusal 'unknown_purchase', 'not_handed_over', 'sign_off_by_same_household',
 *   'own_household_purchase'
 */
export async function signHandOver(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  input: SignHandOverInput,
): Promise<Record<string, never>> {
  const { purchaseId, agrees } = input
  const command = { name: 'sign-hand-over', actor, key, input: { purchaseId, agrees } }
  return act(command, async (tx) => {
    const purchase = await lockPurchase(tx.db, tx.villageId, purchaseId)
    if (purchase === null) throw refuse('unknown_purchase')
    if (purchase.state !== 'handed') throw refuse('not_handed_over')
    const isOwnMistake = !agrees && purchase.handedBy === actor.personId
    const bar = isOwnMistake ? null : await whyNotSigning(tx.db, actor, purchase)
    if (bar !== null) throw bar
    if (agrees) await redeem(tx, secrets, actor, purchase)
    else {
      const back = { state: 'reserved', handed_by: null, handed_at: null } as const
      await changePurchase(tx.db, tx.villageId, purchaseId, back)
    }
    return {}
  })
}

async function redeem(
  tx: Tx,
  secrets: VillageSecrets,
  { personId: signedBy }: Actor,
  purchase: Purchase,
): Promise<void> {
  const { db, villageId } = tx
  const { purchaseId, householdId, personId, handedBy, costFen } = purchase
  if (handedBy === null) throw new Error(`nobody handed ${purchaseId} over`)
  const pointsHundredths = purchase.quantity * purchase.unitPointsHundredths
  const fetched = { state: 'fetched', signed_by: signedBy, fetched_at: tx.now } as const
  await changePurchase(db, villageId, purchaseId, fetched)
  const from = { holdId: purchaseId }
  await spendPoints(tx, { spendId: purchaseId, from, sellerId: SHOP, pointsHundredths })
  if (costFen > 0) {
    const spending = { spendingId: purchaseId, amountFen: costFen, payee: villageCompany }
    await spendReserved(tx, purchaseId, spending)
  }
  const name = (await secrets.of(db, villageId)).pseudonym('purchase', purchaseId)
  const parts = [
    { personId, payload: { purchaseId, pointsHundredths, handedBy, signedBy } },
    { personId: handedBy, payload: { purchaseId } },
    { personId: signedBy, payload: { purchaseId } },
  ]
  tx.append(shopRedeemed({ public: { purchase: name }, parts }))
  const params = aboutPurchase(purchase)
  await notifyHolders(tx, [{ householdId, personId, kind: 'purchase.fetched', params }])
}

import { shopReturned } from '@azalea/records'
import { readPlateCode } from '@azalea/text'
import type { Actor } from '../../../../platform/actor.ts'
import { addCivilDays, civilDay } from '@azalea/text'
import { Refusal } from '../../../../platform/refusal.ts'
import { refundPoints } from '../../../ledger/index.ts'
import { returnToBudget } from '../../../money/index.ts'
import type { Tx } from '../../../record/index.ts'
import type { Commands } from '../../parts.ts'
import { notifyHolders } from '../../turns/notify-holders.ts'
import { refuse } from '../refusals.ts'
import { SHOP } from '../seller.ts'
import { moveStock } from '../stock/lot.store.ts'
import { whyNotServing } from './bar-buyer.ts'
import { aboutPurchase } from './purchase-messages.ts'
import { changePurchase, lockPurchase, noteBack, selectTakings } from './purchase.store.ts'
import type { Purchase, Taking } from './purchase.store.ts'

export interface ReturnGoodsInput {
  readonly code: string
  readonly purchaseId: string
  readonly quantity: number
}

/**
 * Takes goods back within the sheet's term, once for a purchase: points, pieces and money go back to
 * where they came from.
 * @throws Refusal 'unknown_purchase', 'code_of_other_household', 'own_household_purchase',
 *   'not_bought', 'already_returned', 'return_term_over'
 */
export async function returnGoods(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  input: ReturnGoodsInput,
): Promise<{ readonly pointsHundredths: number }> {
  const { purchaseId, quantity } = input
  const code = readPlateCode(input.code)
  const command = { name: 'return-goods', actor, key, input: { code, purchaseId, quantity } }
  return act(command, async (tx) => {
    const { db, villageId } = tx
    const purchase = await lockPurchase(db, villageId, purchaseId)
    if (purchase === null) throw refuse('unknown_purchase')
    if (purchase.householdCode !== code) throw refuse('code_of_other_household')
    const bar = (await whyNotServing(db, actor, purchase)) ?? whyNotReturnable(purchase, input, tx)
    if (bar !== null) throw bar
    const pointsHundredths = quantity * purchase.unitPointsHundredths
    const { personId, householdId } = purchase
    await changePurchase(db, villageId, purchaseId, {
      returned_quantity: quantity,
      returned_at: tx.now,
      returned_to: actor.personId,
    })
    const costFen = await takeIntoStock(tx, purchase, quantity)
    const refundId = tx.newId()
    const when = { leftAt: purchase.reservedAt, spentAt: purchase.fetchedAt ?? tx.now }
    await refundPoints(tx, { refundId, sellerId: SHOP, householdId, pointsHundredths, ...when })
    await returnItsCost(tx, refundId, purchaseId, costFen)
    const name = (await secrets.of(db, villageId)).pseudonym('purchase', purchaseId)
    const payload = { purchaseId, quantity, pointsHundredths, takenBy: actor.personId }
    tx.append(shopReturned({ public: { purchase: name }, parts: [{ personId, payload }] }))
    const about = { ...aboutPurchase(purchase), quantity, pointsHundredths }
    await notifyHolders(tx, [{ householdId, personId, kind: 'purchase.returned', params: about }])
    return { pointsHundredths }
  })
}

/** The last day on which a purchase is taken back; null where it is not, not yet or no more. */
export function returnUntil({ fetchedAt, returnDays, returnedAt }: Purchase): string | null {
  if (fetchedAt === null || returnDays === 0 || returnedAt !== null) return null
  return addCivilDays(civilDay(fetchedAt), returnDays)
}

/** Why so many pieces of a purchase cannot be given back; null when they can. */
export function whyNotReturnable(
  purchase: Purchase,
  asked: { readonly quantity: number },
  { now }: { readonly now: Date },
): Refusal | null {
  const { state, quantity, returnedAt, returnDays } = purchase
  if (returnedAt !== null) return refuse('already_returned')
  if (state !== 'fetched' || asked.quantity > quantity) return refuse('not_bought')
  const until = returnUntil(purchase)
  const isOver = until === null || civilDay(now) > until
  return isOver ? refuse('return_term_over', { days: returnDays }) : null
}

/** Into the lots that they were taken of, those that keep longest first. @returns what they had cost */
async function takeIntoStock(tx: Tx, purchase: Purchase, quantity: number): Promise<number> {
  const { purchaseId, costFen } = purchase
  const back: Taking[] = []
  let missing = quantity
  for (const { lotId, quantity: taken } of await selectTakings(tx.db, tx.villageId, purchaseId)) {
    const part = Math.min(missing, taken)
    if (part > 0) back.push({ lotId, quantity: part })
    missing -= part
  }
  await noteBack(tx.db, tx.villageId, purchaseId, back)
  await moveStock(tx.db, tx.villageId, back)
  return Math.floor((costFen * quantity) / purchase.quantity)
}

/** The villager gets the points back also when the village has closed that budget meanwhile. */
async function returnItsCost(
  tx: Tx,
  returnId: string,
  spendingId: string,
  amountFen: number,
): Promise<void> {
  if (amountFen === 0) return
  await returnToBudget(tx, { returnId, spendingId, amountFen }).catch((error: unknown) => {
    if (!(error instanceof Refusal) || error.code !== 'budget_closed') throw error
  })
}

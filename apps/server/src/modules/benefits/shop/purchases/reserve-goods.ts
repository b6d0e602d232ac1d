import { shopReserved } from '@azalea/records'
import { formatHundredths, returnDaysOf } from '@azalea/scoring'
import type { Actor } from '../../../../platform/actor.ts'
import { civilDay, instantAfterDays } from '@azalea/text'
import { requireJoinedBringer, type Bringer, type OnBehalf } from '../../../cases/index.ts'
import { readPeople, sendMessage } from '../../../community/index.ts'
import { holdPoints, lockWallets } from '../../../ledger/index.ts'
import { reserveFromBudget } from '../../../money/index.ts'
import type { Tx } from '../../../record/index.ts'
import { requireGood } from '../goods.ts'
import { householdCode } from '../household-code.ts'
import { selectOpenings } from '../openings/opening.store.ts'
import type { ShopCommands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { selectShopBudget } from '../shop.store.ts'
import { lockLotsOf, moveStock } from '../stock/lot.store.ts'
import { chooseLots } from './choose-lots.ts'
import { aboutPurchase } from './purchase-messages.ts'
import { insertPurchase, selectReservedOf, type NewPurchase } from './purchase.store.ts'

export interface ReserveGoodsInput {
  readonly goodRef: string
  readonly quantity: number
  /** For whom a cadre enters it, and how they said so; absent for one's own household. */
  readonly onBehalf?: OnBehalf | undefined
}

/** What a slip says of it, for who has no telephone to show a code on. */
export interface Reserved {
  readonly purchaseId: string
  /** Shown when it fetches. */
  readonly householdCode: string
  /** ISO 8601, UTC. */
  readonly fetchUntil: string
}

/** Until when what was reserved is kept. */
export const FETCH_WITHIN_DAYS = 7
export const MOST_RESERVED = 10

/**
 * Sets goods aside for a household, with its points and the village's money, until they are fetched or
 * the time is over. What expires first is taken first, and nothing that expires before it is fetched.
 * @throws Refusal 'unknown_good', 'out_of_stock', 'not_enough_points', 'wallet_owes',
 *   'shop_without_budget', 'no_opening_ahead', 'too_many_reserved', 'buy_for_oneself',
 *   'buy_not_for_others', those of requireJoinedMember and reserveFromBudget ('budget_exceeded')
 */
export async function reserveGoods(
  { act, scoring, secrets }: ShopCommands,
  actor: Actor,
  key: string,
  input: ReserveGoodsInput,
): Promise<Reserved> {
  const { goodRef, quantity, onBehalf } = input
  const asked = { goodRef, quantity, ...(onBehalf && { onBehalf: { ...onBehalf } }) }
  return act({ name: 'reserve-goods', actor, key, input: asked }, async (tx) => {
    const buyer = await requireBuyer(tx, actor, onBehalf)
    const good = await requireGood(tx.db, scoring, tx.villageId, goodRef, tx.now)
    const fetchUntil = await requireFetchUntil(tx)
    const lots = await lockLotsOf(tx.db, tx.villageId, goodRef, civilDay(fetchUntil))
    const chosen = chooseLots(lots, quantity)
    if (!('takings' in chosen)) throw refuse('out_of_stock', { left: chosen.leftQuantity })
    const { takings, costFen } = chosen
    const secret = await secrets.of(tx.db, tx.villageId)
    const purchase: NewPurchase = {
      purchaseId: tx.newId(),
      householdId: buyer.householdId,
      householdCode: householdCode(secret, buyer.householdId),
      personId: buyer.personId,
      channel: buyer.channel,
      enteredBy: buyer.enteredBy,
      goodRef,
      nameZh: good.name.zh,
      nameEn: good.name.en,
      unitZh: good.unit.zh,
      unitEn: good.unit.en,
      quantity,
      unitPointsHundredths: good.costHundredths,
      costFen,
      returnDays: returnDaysOf(good),
      reservedAt: tx.now,
      fetchUntil,
    }
    await requirePayable(tx, purchase)
    await insertPurchase(tx.db, tx.villageId, purchase, takings)
    await moveStock(
      tx.db,
      tx.villageId,
      takings.map((taking) => ({ ...taking, quantity: -taking.quantity })),
    )
    await holdPoints(tx, {
      holdId: purchase.purchaseId,
      householdId: purchase.householdId,
      pointsHundredths: pointsOf(purchase),
    })
    await holdItsCost(tx, purchase)
    tx.append(
      shopReserved({
        public: { purchase: secret.pseudonym('purchase', purchase.purchaseId) },
        parts: [{ personId: buyer.personId, payload: sealedOf(purchase) }],
      }),
    )
    await notifyBuyer(tx, purchase)
    return slipOf(purchase)
  })
}

function slipOf({ purchaseId, householdCode: code, fetchUntil }: NewPurchase): Reserved {
  return { purchaseId, householdCode: code, fetchUntil: fetchUntil.toISOString() }
}

async function requireBuyer(
  tx: Tx,
  actor: Actor,
  onBehalf: OnBehalf | undefined,
): Promise<Bringer> {
  return requireJoinedBringer(tx, actor, onBehalf, {
    forOneself: () => refuse('buy_for_oneself'),
    notForOthers: () => refuse('buy_not_for_others'),
    forHousehold: () => refuse('buy_for_oneself'),
  })
}

/** Some days from now, when the shop opens at least once until then. */
async function requireFetchUntil(tx: Tx): Promise<Date> {
  const fetchUntil = instantAfterDays(tx.now, FETCH_WITHIN_DAYS)
  const [next] = await selectOpenings(tx.db, tx.villageId, tx.now, 1)
  if (next === undefined || next.opensAt >= fetchUntil)
    throw refuse('no_opening_ahead', { days: FETCH_WITHIN_DAYS })
  return fetchUntil
}

const pointsOf = ({ quantity, unitPointsHundredths }: NewPurchase) =>
  quantity * unitPointsHundredths

/** The wallet's row makes a household's telephones take turns: whoever comes later counts what came before. */
async function requirePayable(tx: Tx, purchase: NewPurchase): Promise<void> {
  const { db, villageId } = tx
  const { householdId } = purchase
  const pointsHundredths = pointsOf(purchase)
  const walletHundredths = (await lockWallets(db, villageId, [householdId])).get(householdId) ?? 0
  const reserved = await selectReservedOf(db, villageId, householdId)
  if (reserved.length >= MOST_RESERVED) throw refuse('too_many_reserved', { most: MOST_RESERVED })
  if (walletHundredths < 0)
    throw refuse('wallet_owes', { owed: formatHundredths(-walletHundredths) })
  if (walletHundredths < pointsHundredths)
    throw refuse('not_enough_points', {
      needed: formatHundredths(pointsHundredths),
      balance: formatHundredths(walletHundredths),
    })
}

/** Last, since the budget is shared by all: its rows are held for the shortest time. */
async function holdItsCost(tx: Tx, { purchaseId, costFen }: NewPurchase): Promise<void> {
  if (costFen === 0) return
  const budgetId = await selectShopBudget(tx.db, tx.villageId)
  if (budgetId === null) throw refuse('shop_without_budget')
  await reserveFromBudget(tx, { budgetId, reservationId: purchaseId, amountFen: costFen })
}

function sealedOf(purchase: NewPurchase) {
  const { purchaseId, goodRef, quantity, channel, enteredBy } = purchase
  const pointsHundredths = pointsOf(purchase)
  return { purchaseId, good: goodRef, quantity, pointsHundredths, channel, enteredBy }
}

/** For whom a cadre reserved something learns that, and from whom. */
async function notifyBuyer(tx: Tx, purchase: NewPurchase): Promise<void> {
  const { enteredBy, personId } = purchase
  if (enteredBy === null) return
  const cadre = (await readPeople(tx.db, tx.villageId, [enteredBy])).get(enteredBy)
  await sendMessage(tx, personId, 'purchase.reserved', {
    ...aboutPurchase(purchase),
    byName: cadre?.name ?? null,
  })
}

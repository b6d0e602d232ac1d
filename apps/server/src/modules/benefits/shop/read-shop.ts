import type { RuleGood } from '@azalea/scoring'
import { addCivilDays, civilDay } from '@azalea/text'
import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { communityRefusals, readPeopleNames, readVillage } from '../../community/index.ts'
import { readBalances } from '../../ledger/index.ts'
import { readBudgetStates, type BudgetState } from '../../money/index.ts'
import { readGoods } from './goods.ts'
import { householdCode } from './household-code.ts'
import { selectOpenings } from './openings/opening.store.ts'
import type { ShopReaders } from './parts.ts'
import { peopleIn, presentGood, presentOpening, presentPurchase } from './present-shop.ts'
import { selectPurchasesOf } from './purchases/purchase.store.ts'
import { FETCH_WITHIN_DAYS } from './purchases/reserve-goods.ts'
import { selectShopBudget } from './shop.store.ts'
import { selectStock } from './stock/lot.store.ts'

const MOST_OPENINGS = 12
const MOST_PURCHASES = 100

/** Goods with what can be had of each, and when the shop opens. */
export async function readGoodsInStock({ scoring }: ShopReaders, db: Db, at: ShopMoment) {
  const { villageId, now } = at
  const goods = await readGoods(db, scoring, villageId, now)
  const stock = await selectStock(db, villageId, addCivilDays(civilDay(now), FETCH_WITHIN_DAYS))
  const budget = await readShopBudget(db, villageId)
  const openings = await selectOpenings(db, villageId, now, MOST_OPENINGS)
  return {
    goods: goods.map((good: RuleGood) => presentGood(good, stock, budget)),
    openings: openings.map(presentOpening),
  }
}

export interface ShopMoment {
  readonly villageId: string
  readonly now: Date
}

async function readShopBudget(db: Db, villageId: string): Promise<BudgetState | null> {
  const budgetId = await selectShopBudget(db, villageId)
  if (budgetId === null) return null
  const budgets = await readBudgetStates(db, villageId)
  return budgets.find((one) => one.budgetId === budgetId) ?? null
}

/** The price list, for anybody. @throws Refusal 'unknown_village' */
export async function readPriceList(parts: ShopReaders, villageId: string) {
  return parts.database.inVillage(villageId, async (db) => {
    const village = await readVillage(db, villageId)
    if (village === null) throw communityRefusals('unknown_village')
    const at = { villageId, now: parts.clock.now() }
    return { villageName: village.name, ...(await readGoodsInStock(parts, db, at)) }
  })
}

/** The shop as a household sees it: what there is, what it holds, what it reserved and fetched. */
export async function readShop(parts: ShopReaders, actor: Actor) {
  const { database, clock, secrets } = parts
  const { villageId, householdId } = actor
  return database.inVillage(villageId, async (db) => {
    const stocked = await readGoodsInStock(parts, db, { villageId, now: clock.now() })
    const none = { walletHundredths: 0, heldHundredths: 0, code: null, purchases: [] }
    const fetchWithinDays = FETCH_WITHIN_DAYS
    if (householdId === null) return { ...stocked, ...none, fetchWithinDays }
    const { walletHundredths } = await readBalances(db, villageId, householdId)
    const purchases = await selectPurchasesOf(db, villageId, householdId, MOST_PURCHASES)
    const names = await readPeopleNames(db, villageId, peopleIn(purchases))
    const held = purchases.filter(({ state }) => state === 'reserved' || state === 'handed')
    return {
      ...stocked,
      walletHundredths,
      heldHundredths: held.reduce((sum, one) => sum + one.quantity * one.unitPointsHundredths, 0),
      code: householdCode(await secrets.of(db, villageId), householdId),
      fetchWithinDays,
      purchases: purchases.map((purchase) => presentPurchase(purchase, names)),
    }
  })
}

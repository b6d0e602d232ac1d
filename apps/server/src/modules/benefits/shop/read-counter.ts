import { civilDay, readPlateCode } from '@azalea/text'
import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { permission } from '../../../platform/http/permission.ts'
import type { Language } from '../../../platform/http/language.ts'
import { readHouseholds, readPeopleNames, type HouseholdBrief } from '../../community/index.ts'
import { readBalances } from '../../ledger/index.ts'
import { readBudgetStates } from '../../money/index.ts'
import type { ShopReaders } from './parts.ts'
import { peopleIn, presentPurchase } from './present-shop.ts'
import { whyNotServing, whyNotSigning } from './purchases/bar-buyer.ts'
import {
  selectOpenPurchases,
  selectPurchasesByCode,
  selectReservedByLot,
  type Purchase,
} from './purchases/purchase.store.ts'
import { whyNotReturnable } from './purchases/return-goods.ts'
import { readGoodsInStock } from './read-shop.ts'
import { refuse } from './refusals.ts'
import { selectShopBudget } from './shop.store.ts'
import { selectLots, type Lot } from './stock/lot.store.ts'
import { whyNotSigningCount } from './stock/sign-count.ts'
import { selectStockMoves, type StockMove } from './stock/stock-move.store.ts'

const MOST_LINES = 200

/** The household whose code was shown, and what it may fetch or give back. */
export async function readHouseholdAtCounter(
  { database, clock }: ShopReaders,
  actor: Actor,
  language: Language,
  typed: string,
) {
  const { villageId } = actor
  return database.inVillage(villageId, async (db) => {
    const code = readPlateCode(typed)
    const purchases = await selectPurchasesByCode(db, villageId, code, MOST_LINES)
    const [first] = purchases
    if (first === undefined) throw refuse('code_not_known')
    const { householdId } = first
    const names = await readPeopleNames(db, villageId, peopleIn(purchases))
    const households = await readHouseholds(db, villageId, [householdId])
    const { walletHundredths } = await readBalances(db, villageId, householdId)
    const bar = await whyNotServing(db, actor, first)
    const at = { now: clock.now() }
    return {
      household: presentHousehold(householdId, households),
      walletHundredths,
      purchases: purchases.map((purchase) => {
        const why = bar ?? (purchase.state === 'fetched' ? whyNotReturnableOne(purchase, at) : null)
        return { ...presentPurchase(purchase, names), canServe: permission(why, language) }
      }),
    }
  })
}

const whyNotReturnableOne = (purchase: Purchase, at: { readonly now: Date }) =>
  whyNotReturnable(purchase, { quantity: 1 }, at)

/** What stands at the counter: what waits for a second signature, what is reserved, stock and money. */
export async function readCounter(parts: ShopReaders, actor: Actor, language: Language) {
  const { database, clock } = parts
  const { villageId } = actor
  return database.inVillage(villageId, async (db) => {
    const now = clock.now()
    const stocked = await readGoodsInStock(parts, db, { villageId, now })
    const [opening] = stocked.openings
    const handed = await selectOpenPurchases(db, villageId, ['handed'], MOST_LINES)
    const reserved = await selectOpenPurchases(db, villageId, ['reserved'], MOST_LINES)
    const open = [...handed, ...reserved]
    const names = await readPeopleNames(db, villageId, peopleIn(open))
    const households = await readHouseholds(
      db,
      villageId,
      open.map(({ householdId }) => householdId),
    )
    const present = (purchase: Purchase) => ({
      ...presentPurchase(purchase, names),
      household: presentHousehold(purchase.householdId, households),
    })
    const toSign = []
    for (const purchase of handed)
      toSign.push({
        ...present(purchase),
        canSign: permission(await whyNotSigning(db, actor, purchase), language),
        canTakeBack: purchase.handedBy === actor.personId,
      })
    return {
      ...stocked,
      isOpen: opening !== undefined && new Date(opening.opensAt) <= now,
      toSign,
      reserved: reserved.map(present),
      ...(await readStock(db, actor, language, now)),
      budgets: await readBudgets(db, villageId),
    }
  })
}

async function readStock(db: Db, actor: Actor, language: Language, now: Date) {
  const { villageId } = actor
  const lots = await selectLots(db, villageId, MOST_LINES)
  const reserved = await selectReservedByLot(db, villageId)
  const moves = await selectStockMoves(db, villageId, MOST_LINES)
  const people = [
    ...lots.map(({ enteredBy }) => enteredBy),
    ...moves.flatMap(({ proposedBy, decidedBy }) => [proposedBy, decidedBy ?? proposedBy]),
  ]
  const names = await readPeopleNames(db, villageId, people)
  const goodOf = new Map(lots.map(({ lotId, goodRef }) => [lotId, goodRef]))
  const presented = []
  for (const move of moves) {
    const canSign = permission(await whyNotSigningCount(db, actor, move), language)
    presented.push({ ...presentMove(move, names, goodOf), canSign })
  }
  const today = civilDay(now)
  return {
    lots: lots.map((lot) => presentLot(lot, reserved.get(lot.lotId) ?? 0, names, today)),
    moves: presented,
  }
}

function presentLot(lot: Lot, reserved: number, names: Map<string, string>, today: string) {
  return {
    lotId: lot.lotId,
    goodRef: lot.goodRef,
    enteredQuantity: lot.enteredQuantity,
    leftQuantity: lot.leftQuantity,
    reservedQuantity: reserved,
    unitCostFen: lot.unitCostFen,
    expiresOn: lot.expiresOn,
    isExpired: lot.expiresOn !== null && lot.expiresOn < today,
    enteredByName: names.get(lot.enteredBy) ?? null,
    enteredAt: lot.enteredAt.toISOString(),
  }
}

function presentMove(move: StockMove, names: Map<string, string>, goodOf: Map<string, string>) {
  return {
    moveId: move.moveId,
    lotId: move.lotId,
    goodRef: goodOf.get(move.lotId) ?? null,
    difference: move.quantity,
    why: move.why,
    words: move.words,
    state: move.state,
    proposedByName: names.get(move.proposedBy) ?? null,
    proposedAt: move.proposedAt.toISOString(),
    decidedByName: move.decidedBy === null ? null : (names.get(move.decidedBy) ?? null),
  }
}

function presentHousehold(householdId: string, households: Map<string, HouseholdBrief>) {
  const household = households.get(householdId)
  return {
    householdId,
    houseNo: household?.houseNo ?? null,
    groupName: household?.groupName ?? null,
    headName: household?.headName ?? null,
  }
}

async function readBudgets(db: Db, villageId: string) {
  const chosen = await selectShopBudget(db, villageId)
  const budgets = await readBudgetStates(db, villageId)
  return budgets.map(
    ({ budgetId, nameZh, nameEn, mostFen, heldFen, spentFen, leftFen, closedAt }) => ({
      budgetId,
      name: { zh: nameZh, en: nameEn ?? nameZh },
      mostFen,
      heldFen,
      spentFen,
      leftFen,
      isClosed: closedAt !== null,
      isShops: budgetId === chosen,
    }),
  )
}

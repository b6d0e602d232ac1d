import { returnDaysOf, type RuleGood } from '@azalea/scoring'
import type { BudgetState } from '../../money/index.ts'
import type { Opening } from './openings/opening.store.ts'
import type { Purchase } from './purchases/purchase.store.ts'
import { returnUntil } from './purchases/return-goods.ts'

type Stock = ReadonlyMap<string, { readonly leftQuantity: number; readonly unitCostFen: number }>

/** A line of the price list; closed when nothing is left, or when a piece would exceed the budget. */
export function presentGood(good: RuleGood, stock: Stock, budget: BudgetState | null) {
  const { leftQuantity, unitCostFen } = stock.get(good.ref) ?? { leftQuantity: 0, unitCostFen: 0 }
  const isUnpaid = unitCostFen > 0 && (budget === null || budget.leftFen < unitCostFen)
  const closed = leftQuantity === 0 ? 'stock' : isUnpaid ? 'budget' : null
  return {
    goodRef: good.ref,
    name: good.name,
    unit: good.unit,
    pointsHundredths: good.costHundredths,
    leftQuantity,
    closed: closed as 'stock' | 'budget' | null,
    returnDays: returnDaysOf(good),
  }
}

export function presentOpening({ openingId, opensAt, closesAt }: Opening) {
  return { openingId, opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() }
}

type Names = ReadonlyMap<string, string | null>

export function presentPurchase(purchase: Purchase, names: Names) {
  const { quantity, unitPointsHundredths, fetchedAt, returnedAt } = purchase
  const nameOf = (personId: string | null) =>
    personId === null ? null : (names.get(personId) ?? null)
  return {
    purchaseId: purchase.purchaseId,
    goodRef: purchase.goodRef,
    name: { zh: purchase.nameZh, en: purchase.nameEn },
    unit: { zh: purchase.unitZh, en: purchase.unitEn },
    quantity,
    pointsHundredths: quantity * unitPointsHundredths,
    state: purchase.state,
    reservedAt: purchase.reservedAt.toISOString(),
    fetchUntil: purchase.fetchUntil.toISOString(),
    handedAt: purchase.handedAt?.toISOString() ?? null,
    fetchedAt: fetchedAt?.toISOString() ?? null,
    handedByName: nameOf(purchase.handedBy),
    signedByName: nameOf(purchase.signedBy),
    enteredByName: nameOf(purchase.enteredBy),
    returnUntil: returnUntil(purchase),
    returnedQuantity: purchase.returnedQuantity,
    returnedAt: returnedAt?.toISOString() ?? null,
  }
}

/** Everybody whose name a list of purchases tells. */
export function peopleIn(purchases: readonly Purchase[]): string[] {
  return purchases
    .flatMap(({ handedBy, signedBy, enteredBy }) => [handedBy, signedBy, enteredBy])
    .filter((personId) => personId !== null)
}

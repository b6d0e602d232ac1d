import { householdOf, type Unit } from '../src/modules/ledger/index.ts'
import { give, TestLedger } from './test-ledger.ts'
import { done } from './participation-village.ts'
import { createScoringVillage, inTx } from './scoring-village.ts'
import { addPerson, call, type TestPerson, type TestServer } from './server.ts'

/** Laundry liquid of the test sheet, at 20 points a piece. */
export const SOAP = 'r182'
export const SOAP_POINTS = 2000

const HOUR = 3_600_000

/** A shop that is open: keepers of three households, a budget of 1,000 yuan, no stock yet. */
export interface ShopVillage {
  readonly manager: TestPerson
  readonly second: TestPerson
  readonly leader: TestPerson
  readonly budgetId: string
}

export async function createShopVillage(
  test: TestServer,
  { mostFen = 100_000 } = {},
): Promise<ShopVillage> {
  const { committee: manager, secondMember: second } = await createScoringVillage(test)
  const leader = await addPerson(test, { roles: ['group_leader'] })
  const budgetId = await votedBudget(test, manager, mostFen)
  await done(call(test, manager, 'POST', '/api/shop/budget', { budgetId }))
  await opened(test, manager)
  return { manager, second, leader, budgetId }
}

export async function votedBudget(
  test: TestServer,
  manager: TestPerson,
  mostFen: number,
): Promise<string> {
  const vote = { date: '2026-03-01', eligible: 100, present: 60, for: 55, against: 5 }
  const resolution = { number: '2026-3', what: '积分超市买货', ...vote }
  const body = { nameZh: '积分超市', mostFen, resolution }
  return (await done(call(test, manager, 'POST', '/api/budgets', body))).budgetId
}

/** Opens the shop from now for so many hours. */
export async function opened(test: TestServer, manager: TestPerson, hours = 8): Promise<string> {
  const now = test.clock.now().getTime()
  const body = {
    opensAt: new Date(now).toISOString(),
    closesAt: new Date(now + hours * HOUR).toISOString(),
  }
  return (await done(call(test, manager, 'POST', '/api/shop/openings', body))).openingId
}

export async function stocked(
  test: TestServer,
  { manager }: ShopVillage,
  change: Record<string, unknown> = {},
): Promise<string> {
  const body = { goodRef: SOAP, quantity: 5, unitCostFen: 990, ...change }
  return (await done(call(test, manager, 'POST', '/api/shop/lots', body))).lotId
}

/** Somebody of a household of their own that has so much to spend. */
export async function buyer(test: TestServer, walletHundredths = 10_000): Promise<TestPerson> {
  const person = await addPerson(test)
  if (walletHundredths !== 0) await giveWallet(test, person, walletHundredths)
  return person
}

export const giveWallet = (test: TestServer, person: TestPerson, amount: number) =>
  inTx(test, person, (tx) => give(tx, householdOf('wallet', person.householdId), amount))

export const reserve = (
  test: TestServer,
  person: TestPerson | null,
  quantity = 1,
  more: Record<string, unknown> = {},
) => call(test, person, 'POST', '/api/shop/purchases', { goodRef: SOAP, quantity, ...more })

export async function reserved(test: TestServer, person: TestPerson, quantity = 1) {
  const { purchaseId } = await done(reserve(test, person, quantity))
  return purchaseId as string
}

export const shopOf = (test: TestServer, person: TestPerson) =>
  done(call(test, person, 'GET', '/api/shop'))

export async function codeOf(test: TestServer, person: TestPerson): Promise<string> {
  return (await shopOf(test, person)).code
}

export async function handOver(
  test: TestServer,
  keeper: TestPerson,
  person: TestPerson,
  ...purchaseIds: string[]
) {
  const code = await codeOf(test, person)
  return call(test, keeper, 'POST', '/api/shop/hand-overs', { code, purchaseIds })
}

export const sign = (test: TestServer, keeper: TestPerson, purchaseId: string, agrees = true) =>
  call(test, keeper, 'POST', `/api/shop/purchases/${purchaseId}/sign`, { agrees })

/** Reserved, handed over by the manager, signed by the second member. */
export async function fetched(
  test: TestServer,
  { manager, second }: ShopVillage,
  person: TestPerson,
  quantity = 1,
): Promise<string> {
  const purchaseId = await reserved(test, person, quantity)
  await done(handOver(test, manager, person, purchaseId))
  await done(sign(test, second, purchaseId))
  return purchaseId
}

export async function giveBack(
  test: TestServer,
  keeper: TestPerson,
  person: TestPerson,
  purchaseId: string,
  quantity = 1,
) {
  const code = await codeOf(test, person)
  const url = `/api/shop/purchases/${purchaseId}/return`
  return call(test, keeper, 'POST', url, { code, quantity })
}

export async function walletOf(test: TestServer, person: TestPerson, unit: Unit = 'wallet') {
  return new TestLedger(test).balance(householdOf(unit, person.householdId))
}

export async function leftOf(test: TestServer, lotId: string): Promise<number> {
  const { rows } = await test.owner.query<{ left_quantity: number }>(
    'SELECT left_quantity FROM stock_lot WHERE lot_id = $1',
    [lotId],
  )
  return rows[0]?.left_quantity ?? -1
}

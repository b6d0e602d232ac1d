import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { carried } from '../../../../test/benefits-village.ts'
import { TestLedger, outcomeOf } from '../../../../test/test-ledger.ts'
import { done, refused } from '../../../../test/participation-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import { householdOf, readBalance, transfer } from '../../ledger/index.ts'
import { accountOf, openPayee, villageCompany } from '../index.ts'
import { checkBudgets } from './check-budgets.ts'
import { releaseReserved, reserveFromBudget, returnToBudget, spendReserved } from './use-budget.ts'

let test: TestServer
let ledger: TestLedger
let cadre: TestPerson
let villager: TestPerson
beforeAll(async () => {
  test = await createTestServer()
  ledger = new TestLedger(test)
  cadre = await addPerson(test, { roles: ['committee'] })
  villager = await addPerson(test)
})
afterAll(() => test.close())

const resolution = { number: '2026-3', what: '积分超市一年最多两万元', ...carried }
const open = (mostFen: number, change: object = {}, person = cadre) =>
  call(test, person, 'POST', '/api/budgets', {
    nameZh: '积分超市',
    nameEn: 'Points shop',
    mostFen,
    resolution: { ...resolution, ...change },
  })
const opened = async (mostFen: number): Promise<string> => (await done(open(mostFen))).budgetId
const close = (budgetId: string) => call(test, cadre, 'POST', `/api/budgets/${budgetId}/close`)
const stateOf = async (budgetId: string) => {
  const { items } = await done(call(test, villager, 'GET', '/api/budgets'))
  return items.find((one: { budgetId: string }) => one.budgetId === budgetId)
}
/** Set aside and spent in one command. */
const spend = (budgetId: string, amountFen: number) =>
  ledger.act(async (tx) => {
    const reservationId = tx.newId()
    await reserveFromBudget(tx, { budgetId, reservationId, amountFen })
    const spending = { spendingId: tx.newId(), amountFen, payee: villageCompany }
    await spendReserved(tx, reservationId, spending)
  })
const checked = () => ledger.read((db) => checkBudgets(db, VILLAGE))

describe('a budget', () => {
  it('is spent up to the last fen, and shown with what is left', async () => {
    const budgetId = await opened(1000)
    await spend(budgetId, 999)
    expect(await outcomeOf(spend(budgetId, 2))).toBe('budget_exceeded')
    await spend(budgetId, 1)
    expect(await outcomeOf(spend(budgetId, 1))).toBe('budget_exceeded')
    expect(await stateOf(budgetId)).toMatchObject({
      mostFen: 1000,
      spentFen: 1000,
      heldFen: 0,
      leftFen: 0,
      resolution: { number: '2026-3', date: '2026-03-01' },
    })
    expect(await outcomeOf(spend(ledger.newId(), 1))).toBe('unknown_budget')
    expect(await checked()).toEqual([])
  })

  it('spends what was set aside, gives back the rest, and takes a return once', async () => {
    const budgetId = await opened(500)
    const reservationId = ledger.newId()
    const reserve = (id: string, amountFen: number) =>
      ledger.act((tx) => reserveFromBudget(tx, { budgetId, reservationId: id, amountFen }))
    await reserve(reservationId, 400)
    expect(await outcomeOf(reserve(ledger.newId(), 101))).toBe('budget_exceeded')
    expect(await refused(close(budgetId))).toBe('409 budget_held')
    const spendingId = ledger.newId()
    const bought = { spendingId, amountFen: 150, payee: villageCompany }
    await ledger.act((tx) => spendReserved(tx, reservationId, bought))
    const tooMuch = { ...bought, spendingId: ledger.newId(), amountFen: 251 }
    expect(await outcomeOf(ledger.act((tx) => spendReserved(tx, reservationId, tooMuch)))).toBe(
      'reservation_ended',
    )
    const release = () => ledger.act((tx) => releaseReserved(tx, reservationId))
    expect(await release()).toBe(250)
    expect(await outcomeOf(release())).toBe('reservation_ended')
    const giveBack = (amountFen: number) =>
      ledger.act((tx) => returnToBudget(tx, { returnId: ledger.newId(), spendingId, amountFen }))
    expect(await outcomeOf(giveBack(151))).toBe('spending_not_returnable')
    await giveBack(50)
    expect(await outcomeOf(giveBack(50))).toBe('spending_not_returnable')
    expect(await stateOf(budgetId)).toMatchObject({ spentFen: 100, heldFen: 0, leftFen: 400 })
    expect(await done(close(budgetId))).toEqual({ spentFen: 100 })
    expect(await refused(close(budgetId))).toBe('409 budget_closed')
    expect(await outcomeOf(spend(budgetId, 1))).toBe('budget_closed')
    expect(await stateOf(budgetId)).toMatchObject({ leftFen: 0, spentFen: 100 })
    expect(await checked()).toEqual([])
    expect(await ledger.check()).toEqual([])
  })

  it('gives 64 rivals exactly what it holds', async () => {
    const budgetId = await opened(10 * 730 + 729)
    const rivals = await Promise.all(
      Array.from({ length: 64 }, () => outcomeOf(spend(budgetId, 730))),
    )
    expect(rivals.filter((outcome) => outcome === 'done')).toHaveLength(10)
    expect(rivals.filter((outcome) => outcome === 'budget_exceeded')).toHaveLength(54)
    expect(await stateOf(budgetId)).toMatchObject({ spentFen: 7300, leftFen: 729 })
    expect(await checked()).toEqual([])
    expect(await ledger.check()).toEqual([])
  }, 30_000)

  it('is noticed where the ledger holds another amount than is left', async () => {
    const budgetId = await opened(300)
    const wrong = `UPDATE ledger_account SET balance = balance + $1 WHERE account_id LIKE 'fen/fund/' || $2 || '/%' AND part = 0`
    await test.owner.query(wrong, [1, budgetId])
    expect(await checked()).toHaveLength(1)
    await test.owner.query(wrong, [-1, budgetId])
  })
})

describe('money and points', () => {
  it('never meet in a transfer, neither by the code nor past it', async () => {
    const merchant = { kind: 'merchant', id: ledger.newId() } as const
    await ledger.act(async (tx) => openPayee(tx, merchant))
    const householdId = await ledger.household(100)
    const mixed = ledger.act((tx) =>
      transfer(tx, { kind: 'mix', id: ledger.newId(), mayLeaveDebt: false }, [
        { account: householdOf('wallet', householdId), amount: -100 },
        { account: accountOf(merchant), amount: 100 },
      ]),
    )
    await expect(mixed).rejects.toThrow(/units never meet/)
    const { rows } = await test.owner.query<{ transfer_id: string }>(
      "SELECT transfer_id FROM transfer WHERE unit = 'fen' LIMIT 1",
    )
    const past = test.owner.query(
      `INSERT INTO entry (village_id, transfer_id, line, unit, account_id, amount)
       VALUES ($1, $2, 99, 'wallet', $3, 100)`,
      [VILLAGE, rows[0]?.transfer_id, `wallet/household/${householdId}`],
    )
    await expect(past).rejects.toThrow(/entry_in_unit_of_transfer/)
    const balance = (db: Parameters<typeof readBalance>[0]) =>
      readBalance(db, VILLAGE, accountOf(merchant))
    expect(await ledger.read(balance)).toBe(0)
  })
})

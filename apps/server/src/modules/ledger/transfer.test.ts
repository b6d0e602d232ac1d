import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { give, TestLedger, outcomeOf } from '../../../test/test-ledger.ts'
import { createTestServer, VILLAGE, type TestServer } from '../../../test/server.ts'
import { accountKinds, PARTS } from './account-kinds.ts'
import { fundOf, householdOf, issuerOf, openAccount, sellerOf, transfer } from './index.ts'

let test: TestServer
let ledger: TestLedger

beforeAll(async () => {
  test = await createTestServer()
  ledger = new TestLedger(test)
})
afterAll(() => test.close())

const cause = () => ({ kind: 'test', id: ledger.newId(), mayLeaveDebt: false })

async function openFund(amount: number, isSpread: boolean): Promise<ReturnType<typeof fundOf>> {
  const fund = fundOf(ledger.newId())
  await ledger.act(async (tx) => {
    openAccount(tx, fund)
    await transfer(tx, cause(), [
      { account: fund, amount, isSpread },
      { account: issuerOf('wallet'), amount: -amount },
    ])
  })
  return fund
}

const draw = (fund: ReturnType<typeof fundOf>, amount: number) =>
  ledger.act((tx) =>
    transfer(tx, cause(), [
      { account: fund, amount: -amount },
      { account: householdOf('wallet', ledger.newId()), amount },
    ]),
  )

describe('transfer', () => {
  it('takes lines of one unit only', async () => {
    const household = ledger.newId()
    const mixed = ledger.act((tx) =>
      transfer(tx, cause(), [
        { account: householdOf('wallet', household), amount: 5 },
        { account: issuerOf('honour'), amount: -5 },
      ]),
    )
    await expect(mixed).rejects.toThrow('units never meet')
  })

  it('has tables in which units cannot meet, whoever writes', async () => {
    await ledger.household(5, 'honour')
    await ledger.household(5)
    const { rows } = await test.owner.query<{ transfer_id: string; unit: string }>(
      `SELECT transfer_id, unit FROM transfer WHERE village_id = $1 AND cause_kind = 'test' ORDER BY transfer_id DESC LIMIT 2`,
      [VILLAGE],
    )
    const idOf = (unit: string) => rows.find((row) => row.unit === unit)?.transfer_id
    const enter = (transferId: string | undefined, unit: string, account: string) =>
      test.owner.query(
        'INSERT INTO entry (village_id, transfer_id, line, unit, account_id, amount) VALUES ($1, $2, 9, $3, $4, 5)',
        [VILLAGE, transferId, unit, account],
      )
    await expect(enter(idOf('honour'), 'wallet', 'wallet/issuer/village')).rejects.toThrow(
      'entry_in_unit_of_transfer',
    )
    await expect(enter(idOf('honour'), 'honour', 'wallet/issuer/village')).rejects.toThrow(
      'entry_in_unit_of_account',
    )
    await expect(
      test.owner.query(
        `INSERT INTO transfer (village_id, transfer_id, unit, cause_kind, cause_id, corrects_transfer_id, posted_at)
         VALUES ($1, gen_random_uuid(), 'wallet', 'reversal', gen_random_uuid(), $2, now())`,
        [VILLAGE, idOf('honour')],
      ),
    ).rejects.toThrow('transfer_corrects_its_unit')
  })

  it('knows the units and kinds of account that the tables know', async () => {
    const { rows } = await test.owner.query(
      'SELECT unit, owner_kind, kept, overdraft FROM ledger_account_kind ORDER BY unit, owner_kind',
    )
    const known = Object.entries(accountKinds).flatMap(([unit, kinds]) =>
      Object.entries(kinds).map(([ownerKind, kind]) => ({ unit, owner_kind: ownerKind, ...kind })),
    )
    expect(rows).toEqual(known)
  })

  it.each([
    ['do not sum to zero', [5, -4]],
    ['are of nothing', [0, 0]],
    ['are no whole number', [0.5, -0.5]],
    ['are one', [5]],
  ])('refuses lines that %s', async (_, amounts) => {
    const lines = amounts.map((amount, index) => ({
      account: index === 0 ? householdOf('wallet', ledger.newId()) : issuerOf('wallet'),
      amount,
    }))
    await expect(ledger.act((tx) => transfer(tx, cause(), lines))).rejects.toThrow(
      /cannot post|sum/,
    )
  })

  it('posts a cause once in each unit: a second time fails and changes nothing', async () => {
    const account = householdOf('wallet', ledger.newId())
    const once = cause()
    const post = () =>
      ledger.act((tx) =>
        transfer(tx, once, [
          { account, amount: 5 },
          { account: issuerOf('wallet'), amount: -5 },
        ]),
      )
    await post()
    await expect(post()).rejects.toThrow('transfer_once_by_cause')
    expect(await ledger.balance(account)).toBe(5)
  })

  it('lets a wallet below zero only to take back what was not due', async () => {
    const wallet = householdOf('wallet', await ledger.household(10))
    const take = (mayLeaveDebt: boolean) =>
      ledger.act((tx) =>
        transfer(tx, { ...cause(), mayLeaveDebt }, [
          { account: wallet, amount: -11 },
          { account: issuerOf('wallet'), amount: 11 },
        ]),
      )
    expect(await outcomeOf(take(false))).toBe('balance_too_low')
    expect(await ledger.balance(wallet)).toBe(10)
    expect(await outcomeOf(take(true))).toBe('done')
    expect(await ledger.balance(wallet)).toBe(-1)
    expect(await ledger.check()).toEqual([])
  })

  it('keeps no balance of an issuer: it is the sum of its entries', async () => {
    const before = await ledger.balance(issuerOf('wallet'))
    await ledger.household(30)
    expect(await ledger.balance(issuerOf('wallet'))).toBe(before - 30)
  })
})

describe('an account in parts', () => {
  it('gives from one part while one holds enough, and from several when none does', async () => {
    const fund = await openFund(PARTS * 10, true)
    expect(await outcomeOf(draw(fund, 10))).toBe('done')
    expect(await outcomeOf(draw(fund, 300))).toBe('done')
    expect(await ledger.balance(fund)).toBe(PARTS * 10 - 310)
    expect(await outcomeOf(draw(fund, PARTS * 10 - 309))).toBe('balance_too_low')
    expect(await outcomeOf(draw(fund, PARTS * 10 - 310))).toBe('done')
    expect(await ledger.balance(fund)).toBe(0)
    expect(await ledger.check()).toEqual([])
  })

  it('spreads a gift to the last hundredth', async () => {
    const fund = await openFund(PARTS * 3 + 5, true)
    expect(await ledger.balance(fund)).toBe(PARTS * 3 + 5)
    const small = await openFund(3, true)
    expect(await ledger.balance(small)).toBe(3)
  })

  it('is never overdrawn by rivals', async () => {
    const fund = await openFund(100, false)
    const outcomes = await Promise.all(Array.from({ length: 16 }, () => outcomeOf(draw(fund, 15))))
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(6)
    expect(await ledger.balance(fund)).toBe(10)
    expect(await ledger.check()).toEqual([])
  })

  it('is opened before anybody posts to it', async () => {
    const seller = sellerOf(ledger.newId())
    await expect(ledger.act((tx) => give(tx, seller, 5))).rejects.toThrow('never opened')
    await expect(draw(fundOf(ledger.newId()), 5)).rejects.toThrow('never opened')
  })

  it('cannot stand below zero in the tables', async () => {
    const fund = await openFund(100, false)
    await expect(
      test.owner.query('UPDATE ledger_account SET balance = -1 WHERE owner_id = $1', [
        fund.ownerId,
      ]),
    ).rejects.toThrow('ledger_account_never_below_zero')
  })
})

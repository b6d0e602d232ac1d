import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { give, TestLedger } from '../../../test/test-ledger.ts'
import { createTestServer, OTHER_VILLAGE, VILLAGE, type TestServer } from '../../../test/server.ts'
import { householdOf, reverseTransfers, transfer, issuerOf } from './index.ts'

let test: TestServer
let ledger: TestLedger

beforeAll(async () => {
  test = await createTestServer()
  // The other village, so that no other test meets the damage.
  ledger = new TestLedger(test, OTHER_VILLAGE)
})
afterAll(() => test.close())

describe('checkLedger', () => {
  it('finds a changed balance, a lone entry and a false mirror', async () => {
    const wallet = householdOf('wallet', ledger.newId())
    const cause = { kind: 'test', id: ledger.newId(), mayLeaveDebt: true }
    await ledger.act((tx) =>
      transfer(tx, cause, [
        { account: wallet, amount: 70 },
        { account: issuerOf('wallet'), amount: -70 },
      ]),
    )
    await ledger.act((tx) => reverseTransfers(tx, { ...cause, kind: 'reversal' }, cause))
    expect(await ledger.check()).toEqual([])
    const account = `wallet/household/${wallet.ownerId}`
    await test.owner.query(
      'UPDATE ledger_account SET balance = balance + 5 WHERE account_id = $1',
      [account],
    )
    await test.owner.query(
      `UPDATE entry SET amount = -71 FROM transfer
       WHERE transfer.transfer_id = entry.transfer_id AND cause_kind = 'reversal' AND cause_id = $1 AND line = 1`,
      [cause.id],
    )
    const found = await ledger.check()
    expect(found.map(({ code }) => code)).toEqual([
      'transfer_not_zero',
      'balance_not_sum',
      'reversal_not_mirror',
    ])
    expect(found[1]?.id).toBe(account)
  })

  it('finds a mirror that lost its lines, and a transfer without any', async () => {
    const cause = { kind: 'test', id: ledger.newId(), mayLeaveDebt: true }
    const mended = await ledger.check()
    await ledger.act((tx) =>
      transfer(tx, cause, [
        { account: householdOf('wallet', ledger.newId()), amount: 70 },
        { account: issuerOf('wallet'), amount: -70 },
      ]),
    )
    await ledger.act((tx) => reverseTransfers(tx, { ...cause, kind: 'reversal' }, cause))
    await test.owner.query(
      `DELETE FROM entry USING transfer WHERE transfer.transfer_id = entry.transfer_id
       AND cause_kind = 'reversal' AND cause_id = $1`,
      [cause.id],
    )
    const found = (await ledger.check()).filter(({ id }) => mended.every((old) => old.id !== id))
    expect(found.map(({ code }) => code)).toEqual([
      'transfer_not_zero',
      'balance_not_sum',
      'reversal_not_mirror',
    ])
  })

  it('cannot be cheated by the server itself: its role may not change an entry', async () => {
    const here = new TestLedger(test)
    await here.act((tx) => give(tx, householdOf('wallet', here.newId()), 5))
    await expect(
      here.read((db) =>
        db
          .withTables<{ entry: { village_id: string; line: number } }>()
          .updateTable('entry')
          .set({ line: 9 })
          .where('village_id', '=', VILLAGE)
          .execute(),
      ),
    ).rejects.toThrow(/permission denied/)
  })
})

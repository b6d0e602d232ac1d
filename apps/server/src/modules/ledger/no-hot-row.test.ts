import { afterAll, beforeAll, expect, it } from 'vitest'
import { give, TestLedger } from '../../../test/test-ledger.ts'
import { createTestServer, VILLAGE, type TestServer } from '../../../test/server.ts'
import { openDatabase, type Database, type Db } from '../../platform/database/database.ts'
import { underLock } from '../../platform/database/under-lock.ts'
import type { Tx } from '../record/index.ts'
import {
  fundOf,
  householdOf,
  issuerOf,
  openAccount,
  sellerOf,
  spendPoints,
  transfer,
} from './index.ts'

// Each rival posts and then keeps its transaction open until all have posted: whoever had to wait for
// another's row would wait for ever.

const RIVALS = 32
const PATIENCE_MILLISECONDS = 10_000

let test: TestServer
let ledger: TestLedger
let database: Database

beforeAll(async () => {
  test = await createTestServer()
  ledger = new TestLedger(test)
  database = openDatabase(test.connection, { maxConnections: RIVALS })
})
afterAll(async () => {
  await database.close()
  await test.close()
})

/** How many of the rivals have posted before any of them has ended. */
async function sideBySide(
  rivals: number,
  post: (tx: Tx, rival: number) => Promise<void>,
  patienceMilliseconds = PATIENCE_MILLISECONDS,
): Promise<number> {
  let posted = 0
  let letEnd = () => {}
  const allPosted = new Promise<void>((resolve) => {
    letEnd = resolve
  })
  const timer = setTimeout(letEnd, patienceMilliseconds)
  let together = 0
  await Promise.all(
    Array.from({ length: rivals }, (_, rival) =>
      database.inVillage(VILLAGE, async (db) => {
        const writes: Promise<unknown>[] = []
        await post(txOn(db, writes), rival)
        await Promise.all(writes)
        posted += 1
        if (posted === rivals) letEnd()
        await allPosted
        together ||= posted
      }),
    ),
  )
  clearTimeout(timer)
  return together
}

function txOn(db: Db, writes: Promise<unknown>[]): Tx {
  return {
    db,
    villageId: VILLAGE,
    now: test.clock.now(),
    newId: test.server.newId,
    write: (statement) => void writes.push(statement),
    underLock: (lock, reads) => underLock(db, lock, reads),
    publish: async () => {},
    append: () => {},
    willSealFor: () => {},
    afterCommit: () => {},
  }
}

const cause = () => ({ kind: 'rival', id: ledger.newId(), mayLeaveDebt: false })

it('lets rivals receive from one issuer side by side', async () => {
  const post = (tx: Tx) => give(tx, householdOf('honour', ledger.newId()), 20)
  expect(await sideBySide(RIVALS, post)).toBe(RIVALS)
  expect(await ledger.check()).toEqual([])
}, 30_000)

it('lets rivals draw from one fund side by side, which is never overdrawn', async () => {
  const fund = fundOf(ledger.newId())
  await ledger.act(async (tx) => {
    openAccount(tx, fund)
    await transfer(tx, cause(), [
      { account: fund, amount: 64_000, isSpread: true },
      { account: issuerOf('wallet'), amount: -64_000 },
    ])
  })
  const draw = (tx: Tx) =>
    transfer(tx, cause(), [
      { account: fund, amount: -20 },
      { account: householdOf('wallet', ledger.newId()), amount: 20 },
    ])
  expect(await sideBySide(RIVALS, draw)).toBe(RIVALS)
  expect(await ledger.balance(fund)).toBe(64_000 - RIVALS * 20)
  expect(await ledger.check()).toEqual([])
}, 30_000)

it('lets rivals pay one seller side by side', async () => {
  const seller = sellerOf(ledger.newId())
  await ledger.act(async (tx) => openAccount(tx, seller))
  const households: string[] = []
  for (let rival = 0; rival < RIVALS; rival += 1) households.push(await ledger.household(50))
  const pay = (tx: Tx, rival: number) =>
    spendPoints(tx, {
      spendId: ledger.newId(),
      from: { householdId: households[rival] ?? '' },
      sellerId: seller.ownerId,
      pointsHundredths: 50,
    })
  expect(await sideBySide(RIVALS, pay)).toBe(RIVALS)
  expect(await ledger.balance(seller)).toBe(RIVALS * 50)
}, 30_000)

it('would notice a row for which they wait: that of one household', async () => {
  const household = householdOf('honour', ledger.newId())
  expect(await sideBySide(2, (tx) => give(tx, household, 20), 1_000)).toBe(1)
}, 30_000)

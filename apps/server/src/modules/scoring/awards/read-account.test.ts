import { afterAll, beforeAll, expect, it } from 'vitest'
import { give, TestLedger } from '../../../../test/test-ledger.ts'
import { addPerson, call, createTestServer, type TestServer } from '../../../../test/server.ts'
import {
  holdPoints,
  householdOf,
  openAccount,
  releaseHold,
  sellerOf,
  spendPoints,
} from '../../ledger/index.ts'

let test: TestServer

beforeAll(async () => {
  test = await createTestServer()
})
afterAll(() => test.close())

it('names what was set aside, given back and spent', async () => {
  const ledger = new TestLedger(test)
  const person = await addPerson(test)
  const { householdId } = person
  const [sellerId, holdId] = [ledger.newId(), ledger.newId()]
  await ledger.act(async (tx) => {
    openAccount(tx, sellerOf(sellerId))
    await give(tx, householdOf('wallet', householdId), 100)
    await holdPoints(tx, { holdId, householdId, pointsHundredths: 60 })
    const spendId = tx.newId()
    await spendPoints(tx, { spendId, from: { householdId }, sellerId, pointsHundredths: 30 })
    await releaseHold(tx, holdId)
  })
  const answer = await call(test, person, 'GET', '/api/me/account?unit=wallet')
  const { walletHundredths, entries } = answer.json<{
    walletHundredths: number
    entries: { items: { text: string; amountHundredths: number }[] }
  }>()
  expect(walletHundredths).toBe(70)
  expect(entries.items.map(({ text, amountHundredths }) => [text, amountHundredths])).toEqual([
    ['预留退回', 60],
    ['兑换', -30],
    ['预留', -60],
    ['', 100],
  ])
})

import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../test/participation-village.ts'
import { addPerson, call, createTestServer, type TestServer } from '../../../../test/server.ts'

let test: TestServer
beforeAll(async () => {
  test = await createTestServer()
})
afterAll(() => test.close())

const account = { holderName: '陈军', bankName: '信用社', accountNumber: '6228000099' }

it('keeps where a household is paid, shows its last digits, and tells the others of the household', async () => {
  const person = await addPerson(test)
  const kin = await addPerson(test, { householdId: person.householdId })
  const set = (change: object = {}) =>
    call(test, person, 'POST', '/api/me/payout-account', { ...account, ...change })
  for (const accountNumber of ['1234567', '6228 0000 99', 'IBAN12345678'])
    expect(await refused(set({ accountNumber }))).toBe('400 invalid_request')
  await done(set())
  const own = await done(call(test, kin, 'GET', '/api/me/money'))
  expect(own).toEqual({ payoutAccount: { ...account, accountNumber: '******0099' }, payments: [] })
  await done(call(test, kin, 'POST', '/api/me/payout-account/remove'))
  expect((await done(call(test, person, 'GET', '/api/me/money'))).payoutAccount).toBeNull()
  const messages = async (who: typeof person) =>
    (await done(call(test, who, 'GET', '/api/me/messages'))).items.map(
      ({ kind, params }: { kind: string; params: { ends: string | null } }) => [kind, params.ends],
    )
  expect(await messages(kin)).toEqual([['payout_account.changed', '0099']])
  expect(await messages(person)).toEqual([['payout_account.changed', null]])
})

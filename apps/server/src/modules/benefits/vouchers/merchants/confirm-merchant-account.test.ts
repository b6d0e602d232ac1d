import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import { recordsOf } from '../../../../../test/records-of.ts'
import { addPerson, call } from '../../../../../test/server.ts'
import { VoucherVillage } from '../../../../../test/voucher-village.ts'

let village: VoucherVillage
beforeAll(async () => {
  village = await VoucherVillage.create()
}, 60_000)
afterAll(() => village.test.close())

it('is confirmed by a second person who has no part in the merchant, as they saw it, once', async () => {
  const propose = (ends: string) => village.proposeAccount({ accountNumber: `622800001111${ends}` })
  const { changeId: first } = await done(propose('0001'))
  const { changeId } = await done(propose('0002'))
  const confirm = (person = village.second, id = changeId) => village.confirmAccount(id, person)
  const kin = await addPerson(village.test, {
    householdId: village.till.householdId,
    roles: ['committee'],
  })
  const inbox = async (person = village.second) => {
    const { items } = await done(call(village.test, person, 'GET', '/api/workbench/inbox'))
    return items.filter(({ kind }: { kind: string }) => kind === 'merchant_account_to_confirm')
  }
  expect(await inbox()).toMatchObject([{ id: changeId, title: '村口小店', count: 1 }])
  expect(await inbox(village.manager)).toEqual([])
  expect(await inbox(kin)).toEqual([])
  expect(await refused(confirm(village.manager))).toBe('403 second_own_proposal')
  expect(await refused(confirm(village.till))).toBe('403 role_required')
  expect((await confirm(kin)).statusCode).toBe(403)
  expect(await refused(confirm(village.second, first))).toBe('409 no_account_waits')
  expect((await village.merchantShown()).account).toBeNull()
  await done(confirm())
  expect(await village.merchantShown()).toMatchObject({
    account: { accountEnds: '0002' },
    change: null,
  })
  expect(await refused(confirm())).toBe('409 no_account_waits')
  expect(await inbox()).toEqual([])
  for (const [person, asWhom] of [
    [village.manager, 'proposedBy'],
    [village.second, 'confirmedBy'],
  ] as const) {
    const records = await recordsOf(village.test, person.personId)
    const set = records.filter(({ kind }) => kind === 'merchant.account-set')
    expect(set.map(({ payload }) => JSON.parse(payload ?? ''))).toEqual([
      { merchantId: village.merchantId, [asWhom]: person.personId },
    ])
  }
})

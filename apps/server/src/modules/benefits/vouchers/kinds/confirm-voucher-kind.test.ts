import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import { addPerson, call } from '../../../../../test/server.ts'
import { VoucherVillage } from '../../../../../test/voucher-village.ts'

let village: VoucherVillage
beforeAll(async () => {
  village = await VoucherVillage.create()
}, 60_000)
afterAll(() => village.test.close())

const confirm = (id: string, person = village.second) =>
  village.post(person, `/api/voucher-kinds/${id}/confirm`)

const waitsFor = async (person = village.second) =>
  (await done(call(village.test, person, 'GET', '/api/workbench/inbox'))).items.filter(
    ({ kind }: { kind: string }) => kind === 'voucher_kind_to_confirm',
  )

it('offers what somebody of another household confirms, once', async () => {
  const { voucherKindId } = await done(village.proposeKind())
  const kin = await addPerson(village.test, {
    householdId: village.manager.householdId,
    roles: ['committee'],
  })
  expect(await refused(confirm(voucherKindId, village.manager))).toBe('403 second_own_proposal')
  expect(await refused(confirm(voucherKindId, kin))).toBe('403 second_of_household')
  const { items } = await done(call(village.test, village.second, 'GET', '/api/voucher-kinds'))
  const isIt = (one: { voucherKindId: string }) => one.voucherKindId === voucherKindId
  expect(items.find(isIt)).toMatchObject({
    state: 'proposed',
    proposedByName: village.manager.name,
    canConfirm: { ok: true },
  })
  expect(await waitsFor()).toMatchObject([{ id: voucherKindId, title: '十元券' }])
  for (const one of [village.manager, kin]) expect(await waitsFor(one)).toEqual([])
  await done(confirm(voucherKindId))
  expect(await waitsFor()).toEqual([])
  expect(await refused(confirm(voucherKindId))).toBe('409 voucher_kind_decided')
  expect(await refused(confirm(village.manager.personId))).toBe('404 unknown_voucher_kind')
})

it('is neither proposed nor confirmed by who takes vouchers for one of its merchants, or lives with them', async () => {
  const { voucherKindId } = await done(village.proposeKind())
  const kin = await addPerson(village.test, {
    householdId: village.till.householdId,
    roles: ['committee'],
  })
  expect(await waitsFor(kin)).toEqual([])
  const refusal = await confirm(voucherKindId, kin)
  expect(refusal.json()).toMatchObject({ code: 'own_merchant' })
  expect(refusal.json().detail).toContain('村口小店')
  expect(await refused(village.proposeKind({}, kin))).toBe('403 own_merchant')
})

import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import { VoucherVillage } from '../../../../../test/voucher-village.ts'

let village: VoucherVillage
beforeAll(async () => {
  village = await VoucherVillage.create()
}, 60_000)
afterAll(() => village.test.close())

const withdraw = (id: string) => village.post(village.second, `/api/voucher-kinds/${id}/withdraw`)

it('issues no more of it; what was issued is taken as before', async () => {
  const person = await village.buyer()
  const code = await village.bought(person)
  await done(withdraw(village.kindId))
  expect(await refused(village.buy(person))).toBe('409 voucher_kind_closed')
  expect(await done(village.redeem(village.till, code))).toMatchObject({ leftFen: 0 })
  expect(await refused(withdraw(village.kindId))).toBe('409 voucher_kind_decided')
  expect(await refused(withdraw(person.personId))).toBe('404 unknown_voucher_kind')
})

it('drops a proposal without a record', async () => {
  const { voucherKindId } = await done(village.proposeKind())
  await done(withdraw(voucherKindId))
  const { rows } = await village.test.owner.query(
    `SELECT kind FROM record WHERE kind = 'voucher-kind.withdrawn'`,
  )
  expect(rows).toHaveLength(1)
})

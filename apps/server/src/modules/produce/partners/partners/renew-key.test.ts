import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import { CAPTURE, PartnerVillage } from '../../../../../test/partner-village.ts'

let village: PartnerVillage
beforeAll(async () => {
  village = await PartnerVillage.create()
}, 60_000)
afterAll(() => village.close())

it('gives another key; the one before opens nothing any more', async () => {
  const { partnerId, key } = await village.add('临平冷链', 'carrier')
  const renewed = await done(village.renew(partnerId))
  expect(renewed.key).not.toBe(key)
  expect((await village.ask(CAPTURE, key)).json().code).toBe('partner_key_wrong')
  expect((await village.ask(CAPTURE, renewed.key)).statusCode).toBe(200)
})

it('refuses one that is not there', async () => {
  const nobody = '00000000-0000-7000-8000-000000000000'
  expect(await refused(village.renew(nobody))).toBe('404 unknown_partner')
})

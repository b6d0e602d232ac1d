import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import {
  CAPTURE,
  documentOf,
  eventOf,
  PartnerVillage,
} from '../../../../../test/partner-village.ts'

let village: PartnerVillage
beforeAll(async () => {
  village = await PartnerVillage.create()
}, 60_000)
afterAll(() => village.close())

it('takes nothing more; what was told stays, as theirs', async () => {
  const { partnerId, key } = await village.add('临平冷链', 'carrier')
  const event = eventOf('1', 'shipping', [village.pack('001')])
  await village.outcome(documentOf([event]), { key })
  await done(village.end(partnerId))
  expect((await village.send(documentOf([event]), { key })).json().code).toBe('partner_key_wrong')
  expect((await village.ask(CAPTURE, key)).statusCode).toBe(401)
  expect(await village.told('001')).toMatchObject([{ name: '临平冷链', step: 'shipped' }])
  expect(await refused(village.end(partnerId))).toBe('404 unknown_partner')
  expect(await refused(village.renew(partnerId))).toBe('404 unknown_partner')
})

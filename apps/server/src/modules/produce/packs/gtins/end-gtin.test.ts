import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  createGrownVillage,
  harvested,
  lotOf,
  packOf,
  type GrownVillage,
} from '../../../../../test/packs-village.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { call } from '../../../../../test/server.ts'

let village: GrownVillage
beforeAll(async () => {
  village = await createGrownVillage()
}, 60_000)
afterAll(() => village.test.close())

const post = (path: string, body?: object) =>
  call(village.test, village.committee, 'POST', path, body)

it('ends a GTIN for what is packed later; what was packed keeps its address', async () => {
  const lot = await lotOf(village, await harvested(village), 102_000)
  const lots = [{ lotId: lot.lotId, grams: 51_000 }]
  await done(post('/api/gtins/prefix', { prefix: '9506000' }))
  const crop = (await done(call(village.test, village.committee, 'GET', '/api/gtins'))).crops[0]
  const gtin = '9506000134352'
  const { tradeItemId } = await done(post('/api/gtins', { gtin, crop, netGrams: 500 }))
  const before = (await done(packOf(village, lots))).number
  await done(post(`/api/gtins/${tradeItemId}/end`))
  expect(await refused(post(`/api/gtins/${tradeItemId}/end`))).toBe('409 gtin_ended')
  const after = (await done(packOf(village, lots))).number
  const link = (number: string) => call(village.test, null, 'GET', `/01/0${gtin}/21/${number}-001`)
  expect((await link(before)).statusCode).toBe(307)
  expect(await refused(link(after))).toBe('404 unknown_link')
  const { items } = await done(call(village.test, village.committee, 'GET', '/api/gtins'))
  expect(items).toMatchObject([{ gtin, endedAt: village.test.clock.now().toISOString() }])
})

it('refuses one that is not there', async () => {
  const nothing = '00000000-0000-7000-8000-000000000000'
  expect(await refused(post(`/api/gtins/${nothing}/end`))).toBe('404 unknown_gtin')
})

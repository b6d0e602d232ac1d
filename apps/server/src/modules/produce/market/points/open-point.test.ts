import { afterAll, beforeAll, expect, it } from 'vitest'
import { MarketVillage } from '../../../../../test/market-village.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { addPerson } from '../../../../../test/server.ts'

let village: MarketVillage
beforeAll(async () => {
  village = await MarketVillage.create()
}, 120_000)
afterAll(() => village.close())

it('opens points and rounds, by who keeps the market', async () => {
  const point = { kind: 'pick_up', name: '小区门口', place: '东门' }
  await done(village.desk('/api/market/points', point))
  const villager = await addPerson(village.test)
  expect(await refused(village.desk('/api/market/points', point, villager))).toBe(
    '403 role_required',
  )
  expect(await refused(village.desk('/api/market/points', { ...point, kind: 'drone' }))).toBe(
    '400 invalid_request',
  )
})

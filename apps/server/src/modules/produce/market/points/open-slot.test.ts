import { afterAll, beforeAll, expect, it } from 'vitest'
import { MarketVillage } from '../../../../../test/market-village.ts'
import { done, refused } from '../../../../../test/participation-village.ts'

let village: MarketVillage
beforeAll(async () => {
  village = await MarketVillage.create()
}, 120_000)
afterAll(() => village.close())

it('opens hours that lie ahead, at a point that there is', async () => {
  const { pointId } = await done(
    village.desk('/api/market/points', { kind: 'pick_up', name: '东门', place: '东门' }),
  )
  const slot = {
    pointId,
    ordersUntil: '2026-03-05T12:00:00Z',
    startsAt: '2026-03-06T08:00:00Z',
    endsAt: '2026-03-06T10:00:00Z',
    capacity: 2,
  }
  const open = (change: object) => village.desk('/api/market/slots', { ...slot, ...change })
  const unknown = { pointId: '0193b2c0-0000-7000-8000-000000000000' }
  expect(await refused(open(unknown))).toBe('404 unknown_point')
  expect(await refused(open({ startsAt: '2026-03-01T08:00:00Z' }))).toBe('400 slot_hours_wrong')
  expect(await refused(open({ endsAt: slot.startsAt }))).toBe('400 slot_hours_wrong')
  expect(await refused(open({ ordersUntil: slot.endsAt }))).toBe('400 slot_hours_wrong')
  expect(await refused(open({ capacity: 0 }))).toBe('400 invalid_request')
  const { slotId } = await done(open({}))
  expect((await village.market()).slots.map((one: { slotId: string }) => one.slotId)).toContain(
    slotId,
  )
})

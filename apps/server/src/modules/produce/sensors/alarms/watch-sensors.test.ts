import { afterAll, beforeAll, expect, it } from 'vitest'
import { done } from '../../../../../test/participation-village.ts'
import { SensorVillage, type PlacedSensor } from '../../../../../test/sensor-village.ts'
import { call, createTestServer, type TestServer } from '../../../../../test/server.ts'
import { planOf } from '../../../../../test/plan-village.ts'

let test: TestServer
let village: SensorVillage
let sensor: PlacedSensor
beforeAll(async () => {
  test = await createTestServer()
  village = await SensorVillage.create(test)
  sensor = await village.place()
})
afterAll(() => test.close())

/** In an hour: says it, and looks. */
async function hourLater(value: number, of = sensor): Promise<number> {
  test.clock.advanceMinutes(150)
  await done(village.say(of, value))
  await village.watch()
  return (await village.messages(village.land.grower)).length
}
const records = async () => {
  const { rows } = await test.owner.query(`SELECT leaf FROM record WHERE kind = 'alarm.begun'`)
  return rows.length
}

it('tells an episode once, however readings jitter, and the next one again', async () => {
  expect(await hourLater(25)).toBe(0)
  expect(await hourLater(18)).toBe(1)
  expect(await hourLater(20.5)).toBe(1)
  expect(await hourLater(18)).toBe(1)
  expect(await records()).toBe(1)
  test.clock.set(new Date('2026-03-03T01:00:00Z'))
  expect(await hourLater(25)).toBe(1)
  expect(await hourLater(17)).toBe(2)
  expect(await records()).toBe(2)
})

it('is quiet at night, and tells in the morning what still stands', async () => {
  test.clock.set(new Date('2026-03-03T09:00:00Z'))
  const before = await hourLater(26)
  test.clock.set(new Date('2026-03-03T12:00:00Z'))
  expect(await hourLater(17)).toBe(before)
  expect(await records()).toBe(3)
  test.clock.set(new Date('2026-03-03T22:30:00Z'))
  await done(village.say(sensor, 17))
  await village.watch()
  expect(await village.messages(village.land.grower)).toHaveLength(before + 1)
  await village.watch()
  expect(await village.messages(village.land.grower)).toHaveLength(before + 1)
})

it('takes one odd reading for none, and knows nothing of who is silent', async () => {
  test.clock.set(new Date('2026-03-05T02:00:00Z'))
  await hourLater(28)
  const before = await records()
  for (const minute of [1, 2, 3, 4, 5, 6]) {
    test.clock.advanceMinutes(1)
    await done(village.say(sensor, minute === 6 ? 0 : 28))
  }
  await village.watch()
  expect(await records()).toBe(before)
  test.clock.advanceMinutes(200)
  await village.watch()
  const { sensors } = await done(village.read(village.land.grower))
  expect(sensors[0]).toMatchObject({ state: null, thousandths: null, alarm: null })
})

it('holds soil against what grows there', async () => {
  test.clock.set(new Date('2026-03-06T02:00:00Z'))
  await hourLater(19.5)
  const stateOf = async () => (await done(village.read(village.land.grower))).sensors[0].state
  expect(await stateOf()).toBe('dry')
  const { committee, growingSeasonId, cropId } = village.land
  const planting = { plotId: village.plotId, cropId, sowFrom: '2026-03-06', sowTo: '2026-03-07' }
  await done(planOf(test, committee, growingSeasonId, [planting]))
  // Cabbage takes more of the water than what nothing is known of.
  expect(await stateOf()).toBe('moist')
})

it('puts silent sensors before the technician, and those that speak nonsense', async () => {
  const inbox = async () => {
    const { items } = await done(call(test, village.land.technician, 'GET', '/api/workbench/inbox'))
    return items.filter(({ kind }: { kind: string }) => kind === 'sensor_trouble')
  }
  await hourLater(25)
  expect(await inbox()).toEqual([])
  test.clock.advanceMinutes(6 * 60)
  expect(await inbox()).toMatchObject([{ count: 1 }])
  await hourLater(25)
  expect(await inbox()).toEqual([])
  test.clock.advanceMinutes(1)
  await village.say(sensor, 101)
  expect(await inbox()).toMatchObject([{ count: 1 }])
})

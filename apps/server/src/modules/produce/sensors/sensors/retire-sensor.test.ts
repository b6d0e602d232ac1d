import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import { SensorVillage } from '../../../../../test/sensor-village.ts'
import { call, createTestServer, type TestServer } from '../../../../../test/server.ts'

let test: TestServer
let village: SensorVillage
beforeAll(async () => {
  test = await createTestServer()
  village = await SensorVillage.create(test)
})
afterAll(() => test.close())

it('takes nothing more of a sensor that was taken away, ends its alarm, and does it once', async () => {
  const sensor = await village.place()
  await done(village.say(sensor, 12))
  await village.watch()
  const retire = () =>
    call(test, village.land.technician, 'POST', `/api/sensors/${sensor.sensorId}/retire`)
  await done(retire())
  expect(await refused(village.say(sensor, 13))).toBe('401 sensor_token_wrong')
  expect(await refused(retire())).toBe('404 unknown_sensor')
  const { rows } = await test.owner.query('SELECT ended_at FROM sensor_alarm')
  expect(rows).toEqual([{ ended_at: test.clock.now() }])
  expect((await village.list()).items).toEqual([])
  expect(await village.count('sensor_reading')).toBe(1)
})

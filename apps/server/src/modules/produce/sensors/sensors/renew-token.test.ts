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

const renew = (sensorId: string) =>
  call(test, village.land.technician, 'POST', `/api/sensors/${sensorId}/token`)

it('gives another token; the one before opens nothing any more', async () => {
  const sensor = await village.place()
  await done(village.say(sensor, 20))
  const { token } = await done(renew(sensor.sensorId))
  expect(token).not.toBe(sensor.token)
  expect(await refused(village.say(sensor, 21))).toBe('401 sensor_token_wrong')
  test.clock.advanceMinutes(1)
  expect(await done(village.say({ ...sensor, token }, 21))).toMatchObject({ kept: 1 })
})

it('refuses one that has no token, and one that is not there', async () => {
  const { sensorId } = await village.place({ speaks: 'mqtt' })
  expect(await refused(renew(sensorId))).toBe('409 sensor_has_no_token')
  expect(await refused(renew('00000000-0000-7000-8000-000000000000'))).toBe('404 unknown_sensor')
})

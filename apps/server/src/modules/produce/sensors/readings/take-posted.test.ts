import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import { SensorVillage, type PlacedSensor } from '../../../../../test/sensor-village.ts'
import {
  call,
  createTestServer,
  OTHER_VILLAGE,
  VILLAGE,
  type TestServer,
} from '../../../../../test/server.ts'
import { forgetReadings } from './forget-readings.ts'

let test: TestServer
let village: SensorVillage
let sensor: PlacedSensor
beforeAll(async () => {
  test = await createTestServer()
  village = await SensorVillage.create(test)
  sensor = await village.place()
})
afterAll(() => test.close())
afterEach(async () => {
  await test.owner.query('DELETE FROM sensor_reading; DELETE FROM sensor_hour')
})

const minutesAgo = (minutes: number) => new Date(test.clock.now().getTime() - minutes * 60_000)
const readingsAt = (minutes: readonly number[], value = 25) =>
  minutes.map((minute) => ({ value, at: minutesAgo(minute).toISOString() }))

it('keeps each reading once, however often it is sent, and sums it once', async () => {
  const readings = readingsAt([1, 2, 3], 24)
  const post = () => village.post([{ token: sensor.token, readings }])
  const answers = await Promise.all([post(), post(), post()])
  const kept = answers.map((answer) => answer.json().kept as number)
  expect(kept.reduce((sum, one) => sum + one, 0)).toBe(3)
  expect(await done(post())).toEqual({ kept: 0, repeated: 3, refused: [] })
  // Another value for the same moment is no second reading.
  await done(village.say(sensor, 90, minutesAgo(1)))
  const { rows } = await test.owner.query(
    'SELECT sum(readings) AS n, sum(sum) AS sum, max(most) AS most FROM sensor_hour',
  )
  expect(rows).toEqual([{ n: '3', sum: '72000', most: 24_000 }])
})

it('keeps what is good of a batch and tells what is not, with its reason', async () => {
  const readings = [
    { value: 25 },
    { value: 101 },
    { value: 25, at: minutesAgo(-60).toISOString() },
    { value: 25, at: minutesAgo(8 * 24 * 60).toISOString() },
  ]
  const answer = await done(village.post([{ token: sensor.token, readings }]))
  expect(answer).toMatchObject({ kept: 1, repeated: 0 })
  expect(
    answer.refused.map(({ index, code }: { index: number; code: string }) => [index, code]),
  ).toEqual([
    [1, 'reading_absurd'],
    [2, 'reading_from_future'],
    [3, 'reading_too_old'],
  ])
  expect(answer.refused[0]).toMatchObject({
    sensor: sensor.code,
    sentence: expect.stringContaining('不可能'),
  })
})

it('refuses what is no reading at all, and changes nothing', async () => {
  expect(await refused(village.say(sensor, 101))).toBe('400 reading_absurd')
  expect(await refused(village.say(sensor, 25, minutesAgo(-10)))).toBe('400 reading_from_future')
  for (const value of ['25', null, {}, [25]])
    expect(await refused(village.say(sensor, value))).toMatch(/^400 /)
  const raw = (payload: string) =>
    test.http.inject({
      method: 'POST',
      url: '/api/sensor-readings',
      payload,
      headers: { 'content-type': 'application/json' },
    })
  for (const value of ['NaN', 'Infinity', '1e999'])
    expect(
      (await raw(`{"sensors":[{"token":"${sensor.token}","readings":[{"value":${value}}]}]}`))
        .statusCode,
    ).toBe(400)
  expect((await raw('x'.repeat(600 * 1024))).statusCode).toBe(413)
  expect(await village.count('sensor_reading')).toBe(0)
})

it('refuses a token that is wrong, of another village, or of a sensor that has none', async () => {
  const mqtt = await village.place({ speaks: 'mqtt' })
  const [, code = '', proof = ''] = sensor.token?.split('.') ?? []
  const wrong = [
    `${VILLAGE}.${code}.${'A'.repeat(43)}`,
    `${OTHER_VILLAGE}.${code}.${proof}`,
    `999999999999.${code}.${proof}`,
    `${VILLAGE}.${mqtt.code}.${proof}`,
    `${VILLAGE}.zzzzzzzz.${proof}`,
  ]
  for (const token of wrong) {
    const both = [
      { token, readings: [{ value: 25 }] },
      { token: sensor.token, readings: [{ value: 25 }] },
    ]
    expect([token, await refused(village.post(both))]).toEqual([token, '401 sensor_token_wrong'])
  }
  expect(
    await refused(village.post([{ token: 'open sesame', readings: [{ value: 25 }] }])),
  ).toMatch(/^400 /)
  expect(await village.count('sensor_reading')).toBe(0)
})

it('takes at most five thousand at a time', async () => {
  const readings = Array.from({ length: 1_500 }, (_, at) => readingsAt([at / 6])[0])
  const four = Array.from({ length: 4 }, () => ({ token: sensor.token, readings }))
  expect(
    await refused(
      village.post(four.map((one) => ({ ...one, readings: readings.map(() => ({ value: 1 })) }))),
    ),
  ).toBe('413 too_many_readings')
  expect(await done(village.post([{ token: sensor.token, readings }]))).toMatchObject({
    kept: 1_500,
  })
})

it('tells hours, days and gaps', async () => {
  await done(
    village.post([
      { token: sensor.token, readings: [...readingsAt([0, 1], 25), ...readingsAt([300], 21)] },
    ]),
  )
  const { sensors } = await done(village.read(null, 'day'))
  const values = sensors[0].points.map(({ value }: { value: number | null }) => value)
  expect(values).toHaveLength(24)
  expect(values.filter((value: number | null) => value !== null)).toEqual([21_000, 25_000, 25_000])
  const season = await done(village.read(village.land.grower, 'season'))
  expect(season.by).toBe('day')
  expect(season.sensors[0].points.at(-1)).toMatchObject({
    at: '2026-03-01T16:00:00.000Z',
    readings: 3,
    least: 21_000,
  })
  expect(await refused(call(test, null, 'GET', `/api/plots/${village.plotId}/sensors`))).toBe(
    '401 not_signed_in',
  )
})

it('forgets single readings after eight days, and keeps the hours', async () => {
  await done(village.say(sensor, 25))
  const start = test.clock.now()
  test.clock.set(new Date(start.getTime() + 8 * 86_400_000 + 60_000))
  expect(await forgetReadings(test, VILLAGE)).toEqual({ gone: 1 })
  const { rows } = await test.owner.query('SELECT count(*) AS count FROM sensor_hour')
  expect(Number(rows[0].count)).toBe(1)
  test.clock.set(start)
})

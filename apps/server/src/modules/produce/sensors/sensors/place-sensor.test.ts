import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import { SensorVillage } from '../../../../../test/sensor-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  OTHER_VILLAGE,
  VILLAGE,
  type TestServer,
} from '../../../../../test/server.ts'

let test: TestServer
let village: SensorVillage
beforeAll(async () => {
  test = await createTestServer()
  village = await SensorVillage.create(test)
})
afterAll(() => test.close())

it('places a sensor with its topic, or with a token that the database does not hold', async () => {
  const mqtt = await village.place({ speaks: 'mqtt' })
  expect(mqtt).toMatchObject({ topic: `azalea/${VILLAGE}/${mqtt.code}/reading`, token: null })
  const http = await village.place()
  expect(http.topic).toBeNull()
  expect(http.token).toMatch(new RegExp(`^${VILLAGE}\\.${http.code}\\.[\\w-]{43}$`))
  const proof = http.token?.split('.')[2] ?? ''
  for (const table of ['sensor', 'command']) {
    const { rows } = await test.owner.query(
      `SELECT count(*) AS count FROM ${table} AS t WHERE t::text LIKE $1`,
      [`%${proof}%`],
    )
    expect(Number(rows[0].count)).toBe(0)
  }
})

it('answers the same key with the same sensor and token', async () => {
  const { technician } = village.land
  const body = {
    plotId: village.plotId,
    name: '西头',
    kind: 'rain',
    speaks: 'http',
    isPublic: false,
  }
  const place = () =>
    done(call(test, technician, 'POST', '/api/sensors', body, { key: 'place-once-1' }))
  expect(await place()).toEqual(await place())
})

it('refuses a plot that is not there, or of another village, and what is no sensor', async () => {
  const nowhere = '00000000-0000-7000-8000-000000000000'
  expect(await refused(village.placing({ plotId: nowhere }))).toBe('404 unknown_plot_of_sensor')
  const stranger = await addPerson(test, { villageId: OTHER_VILLAGE, roles: ['technician'] })
  expect(await refused(village.placing({}, stranger))).toBe('404 unknown_plot_of_sensor')
  expect(await refused(village.placing({}, village.land.grower))).toBe('403 role_required')
  expect(await refused(village.placing({}, null))).toBe('401 not_signed_in')
  for (const change of [{ kind: 'mood' }, { name: ' ' }, { speaks: 'morse' }])
    expect(await refused(village.placing(change))).toMatch(/^400 /)
})

it('has room for two thousand', async () => {
  const code = `lpad(to_hex(n), 8, '0')`
  await test.owner.query(
    `INSERT INTO sensor (village_id, sensor_id, plot_id, code, name, kind, speaks, is_public, placed_by, placed_at)
     SELECT $1, gen_random_uuid(), $2, ${code}, '满', 'light', 'mqtt', false, gen_random_uuid(), now()
     FROM generate_series(1, 2000) AS n`,
    [VILLAGE, village.plotId],
  )
  expect(await refused(village.placing())).toBe('409 too_many_sensors')
  await test.owner.query(`DELETE FROM sensor WHERE name = '满'`)
})

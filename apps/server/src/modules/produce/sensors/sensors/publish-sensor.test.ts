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

it('lets neighbours and strangers read what is published, its grower and the offices all', async () => {
  const { sensorId } = await village.place({ isPublic: false })
  const neighbour = await addPerson(test)
  const counts = async () => {
    const { grower, technician } = village.land
    const seen = await Promise.all(
      [null, neighbour, grower, technician].map((who) => done(village.read(who))),
    )
    return seen.map(({ sensors }) => sensors.length)
  }
  expect(await counts()).toEqual([0, 0, 1, 1])
  const publish = (isPublic: boolean) =>
    call(test, village.land.technician, 'POST', `/api/sensors/${sensorId}/publish`, { isPublic })
  await done(publish(true))
  expect(await counts()).toEqual([1, 1, 1, 1])
  await done(publish(false))
  expect(await counts()).toEqual([0, 0, 1, 1])
})

it('says nothing of what is not there, nor of another village', async () => {
  const nowhere = '00000000-0000-7000-8000-000000000000'
  const publish = call(test, village.land.technician, 'POST', `/api/sensors/${nowhere}/publish`, {
    isPublic: true,
  })
  expect(await refused(publish)).toBe('404 unknown_sensor')
  expect(await refused(village.read(null, 'day', nowhere))).toBe('404 unknown_plot_of_sensor')
  const stranger = await addPerson(test, { villageId: OTHER_VILLAGE })
  expect(await refused(village.read(stranger))).toBe('404 unknown_plot_of_sensor')
  expect(
    await refused(
      call(test, null, 'GET', `/api/villages/999999999999/plots/${village.plotId}/sensors`),
    ),
  ).toBe('404 unknown_village')
  expect(
    await refused(
      call(test, null, 'GET', `/api/villages/${VILLAGE}/plots/${village.plotId}/sensors?span=ever`),
    ),
  ).toMatch(/^400 /)
})

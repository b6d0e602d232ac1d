import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestServer, type TestServer } from '../../../test/server.ts'
import { StandingVillage } from '../../../test/standing-village.ts'
import { createFolder } from './folder.ts'

let test: TestServer

beforeAll(async () => {
  test = await createTestServer()
})
afterAll(() => test.close())

const pending = async (village: StandingVillage) =>
  Number(
    (
      await test.owner.query('SELECT count(*) FROM standing_pending WHERE village_id = $1', [
        village.villageId,
      ])
    ).rows[0].count,
  )

it('folds by itself soon after a command, and idle waits for it', async () => {
  const village = await StandingVillage.found(test, 1)
  await village.post(village.person(0), 100)
  await test.server.standing.folder.idle()
  expect(await pending(village)).toBe(0)
})

it('folds again what a command leaves while a fold is at work', async () => {
  const village = await StandingVillage.found(test, 1)
  for (let turn = 0; turn < 20; turn += 1) {
    await village.post(village.person(0), 1)
    if (turn % 3 === 0) void test.server.standing.folder.idle()
  }
  await test.server.standing.folder.idle()
  expect(await pending(village)).toBe(0)
})

it('tells a fault and goes on with other villages', async () => {
  const broken = await StandingVillage.found(test, 1)
  const village = await StandingVillage.found(test, 1)
  await broken.post(broken.person(0), 100)
  await test.server.standing.folder.idle()
  await test.owner.query('DELETE FROM standing_count WHERE village_id = $1', [broken.villageId])
  const faults: unknown[] = []
  const { database, clock } = test
  const folder = createFolder({ database, clock, onFault: (fault) => faults.push(fault) })
  await test.server.standing.folder.stop()
  await broken.post(broken.person(0), 100)
  await village.post(village.person(0), 100)
  folder.wake(broken.villageId)
  folder.wake(village.villageId)
  await folder.idle()
  expect(faults).toHaveLength(1)
  expect([await pending(broken), await pending(village)]).toEqual([1, 0])
})

it('leaves everything pending once stopped, for the next server or the clock', async () => {
  const village = await StandingVillage.found(test, 1)
  await test.server.standing.folder.stop()
  await village.post(village.person(0), 100)
  await test.server.standing.folder.idle()
  expect(await pending(village)).toBe(1)
  await expect(test.server.standing.foldAllVillages()).rejects.toThrow('villages failed')
  expect(await pending(village)).toBe(0)
})

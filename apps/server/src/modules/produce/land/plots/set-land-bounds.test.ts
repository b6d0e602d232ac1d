import { afterAll, expect, it } from 'vitest'
import {
  createLandVillage,
  drawing,
  drawnPlots,
  landOf,
  rectangle,
} from '../../../../../test/land-village.ts'
import { sentTwice } from '../../../../../test/once-per-key.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { addPerson, call, createTestServer, type TestPerson } from '../../../../../test/server.ts'
import { boxOf, type Box } from '../geometry/ring.ts'

const test = await createTestServer()
const { committee, technician } = await createLandVillage(test)
afterAll(() => test.close())

const bound = (who: TestPerson | null, box: Box, key?: string) =>
  call(test, who, 'POST', '/api/land-bounds', box, key === undefined ? {} : { key })

it('holds every later drawing within the village', async () => {
  await drawnPlots(test, committee, ['A-1'])
  const box = boxOf(rectangle(-10, -10, 200, 200))
  await sentTwice(test, (key) => bound(committee, box, key))
  expect((await landOf(test, committee)).bounds).toEqual(box)
  const far = { plots: [drawing('A-2', rectangle(300, 0))] }
  expect(await refused(call(test, committee, 'POST', '/api/plots', far))).toBe(
    '400 plot_out_of_bounds',
  )
  await done(bound(committee, boxOf(rectangle(-10, -10, 400, 200))))
  await done(call(test, committee, 'POST', '/api/plots', far))
})

it('is refused where it leaves a plot out, is no box, or is set by others', async () => {
  expect(await refused(bound(committee, boxOf(rectangle(50, 50))))).toBe('400 bounds_wrong')
  const box = boxOf(rectangle(-10, -10, 400, 200))
  const turned = { ...box, westE7: box.eastE7, eastE7: box.westE7 }
  expect(await refused(bound(committee, turned))).toBe('400 bounds_wrong')
  expect(await refused(bound(committee, { ...box, westE7: 0 }))).toBe('400 bounds_wrong')
  expect(await refused(bound(technician, box))).toBe('403 role_required')
  expect(await refused(bound(await addPerson(test), box))).toBe('403 role_required')
  expect(await refused(bound(null, box))).toBe('401 not_signed_in')
})

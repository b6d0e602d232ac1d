import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  type TestPerson,
  type TestServer,
} from '../../../../../test/server.ts'

let test: TestServer
let committee: TestPerson
beforeAll(async () => {
  test = await createTestServer()
  committee = await addPerson(test, { roles: ['committee'] })
})
afterAll(() => test.close())

const enter = (body: object) => call(test, committee, 'POST', '/api/scales', body)

it('enters a scale under a name of its own, by a line that the operator set up', async () => {
  const scale = { name: '村口台秤', speaks: 'nothing', toleranceGrams: 20 }
  await done(enter(scale))
  expect(await refused(enter(scale))).toBe('409 scale_name_taken')
  const serial = { ...scale, name: '地磅', speaks: 'serial' }
  expect(await refused(enter(serial))).toBe('400 unknown_scale_line')
  expect(await refused(enter({ ...serial, line: '10.0.0.1:22' }))).toBe('400 unknown_scale_line')
  expect(await refused(enter({ ...scale, name: '蓝牙秤', line: 'gate' }))).toBe(
    '400 unknown_scale_line',
  )
  const { items, lines } = await done(call(test, committee, 'GET', '/api/scales'))
  expect(items).toMatchObject([{ name: '村口台秤', canWeigh: { code: 'scale_not_checked' } }])
  expect(lines).toEqual([])
})

import { afterAll, beforeAll, expect, it } from 'vitest'
import { refused } from '../../../../../test/participation-village.ts'
import { addPerson, call, createTestServer, type TestServer } from '../../../../../test/server.ts'

let test: TestServer
beforeAll(async () => {
  test = await createTestServer()
})
afterAll(() => test.close())

it('drops only what was proposed (the rest stands beside propose-round-settlement)', async () => {
  const committee = await addPerson(test, { roles: ['committee'] })
  const url = '/api/round-settlements/0193b2c0-0000-7000-8000-000000000000/drop'
  expect(await refused(call(test, committee, 'POST', url))).toBe('404 unknown_round_settlement')
})

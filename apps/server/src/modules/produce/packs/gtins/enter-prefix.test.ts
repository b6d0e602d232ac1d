import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import { call, createTestServer, addPerson, type TestServer } from '../../../../../test/server.ts'

let test: TestServer
beforeAll(async () => {
  test = await createTestServer()
})
afterAll(() => test.close())

it('enters a prefix, and another in its place; the log tells of both', async () => {
  const committee = await addPerson(test, { roles: ['committee'] })
  const enter = (prefix: string) => call(test, committee, 'POST', '/api/gtins/prefix', { prefix })
  const shown = async () => (await done(call(test, committee, 'GET', '/api/gtins'))).prefix
  expect(await shown()).toBeNull()
  await done(enter('9506000'))
  expect(await shown()).toMatchObject({ prefix: '9506000', enteredByName: committee.name })
  expect(await refused(enter('9506000'))).toBe('409 prefix_entered_already')
  for (const wrong of ['12345', '1234567890123', '95O6000', ''])
    expect(await refused(enter(wrong))).toBe('400 invalid_request')
  test.clock.advanceMinutes(1)
  await done(enter('6901028'))
  expect(await shown()).toMatchObject({ prefix: '6901028' })
  const { rows } = await test.owner.query(
    "SELECT convert_from(leaf, 'utf8')::json -> 'public' ->> 'prefix' AS prefix FROM record WHERE kind = 'company-prefix.entered' ORDER BY record_id",
  )
  expect(rows.map(({ prefix }) => prefix)).toEqual(['9506000', '6901028'])
})

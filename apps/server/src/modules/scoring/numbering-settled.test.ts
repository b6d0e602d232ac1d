import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  addPerson,
  call,
  createTestServer,
  type TestPerson,
  type TestServer,
} from '../../../test/server.ts'
import { createScoringVillage, score, watchHour } from '../../../test/scoring-village.ts'

let test: TestServer
let member: TestPerson

beforeAll(async () => {
  test = await createTestServer()
  await createScoringVillage(test)
  member = await addPerson(test, { roles: ['committee'] })
})
afterAll(() => test.close())

const setNumbering = (numbering: string) =>
  call(test, member, 'POST', '/api/village/house-numbering', { numbering })

it('how houses are numbered changes until points stand, and again once none do', async () => {
  expect((await setNumbering('group')).json()).toEqual({ numbering: 'group' })
  const { awardId } = await score(test, await addPerson(test), watchHour)
  expect((await setNumbering('village')).json()).toMatchObject({
    code: 'numbering_settled',
    status: 409,
  })
  const url = `/api/awards/${awardId}/reverse`
  const reversed = await call(test, member, 'POST', url, { reason: '重复记了' })
  expect(reversed.statusCode).toBe(200)
  expect((await setNumbering('village')).json()).toEqual({ numbering: 'village' })
})

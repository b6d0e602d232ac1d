import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  approve,
  askFor,
  createGrownVillage,
  type GrownVillage,
} from '../../../../../test/inputs-village.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { call, type TestPerson } from '../../../../../test/server.ts'

let village: GrownVillage
beforeAll(async () => {
  village = await createGrownVillage()
}, 60_000)
afterAll(() => village.test.close())

const withdraw = (applicationId: string, person: TestPerson = village.grower) =>
  call(village.test, person, 'POST', `/api/applications/${applicationId}/withdraw`)

it('takes back what one asked oneself, once', async () => {
  const { applicationId } = await done(askFor(village))
  expect(await refused(withdraw(applicationId, village.villager))).toBe('404 unknown_application')
  await done(withdraw(applicationId))
  expect(await refused(withdraw(applicationId))).toBe('409 application_decided')
  expect(await refused(approve(village, applicationId))).toBe('409 application_decided')
})

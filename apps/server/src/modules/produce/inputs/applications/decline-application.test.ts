import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  askFor,
  createGrownVillage,
  inputsOf,
  type GrownVillage,
} from '../../../../../test/inputs-village.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { addPerson, call, type TestPerson } from '../../../../../test/server.ts'

let village: GrownVillage
beforeAll(async () => {
  village = await createGrownVillage()
}, 60_000)
afterAll(() => village.test.close())

const decline = (applicationId: string, person: TestPerson = village.technician) =>
  call(village.test, person, 'POST', `/api/applications/${applicationId}/decline`, {
    because: 'not_needed',
  })

it('ends what was asked, with a reason and without a trace on the plot', async () => {
  const { test, grower } = village
  const kin = await addPerson(test, { householdId: grower.householdId, roles: ['technician'] })
  const { applicationId } = await done(askFor(village))
  expect(await refused(decline(applicationId, kin))).toBe('403 own_household_application')
  await done(decline(applicationId))
  expect(await refused(decline(applicationId))).toBe('409 application_decided')
  expect(await refused(decline(grower.personId))).toBe('404 unknown_application')
  expect(await inputsOf(village)).toMatchObject({ asked: [], applied: [] })
})

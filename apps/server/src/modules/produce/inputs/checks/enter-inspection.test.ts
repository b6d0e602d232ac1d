import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  createGrownVillage,
  inputsOf,
  photoOf,
  type GrownVillage,
} from '../../../../../test/inputs-village.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { addPerson, call, type TestPerson } from '../../../../../test/server.ts'
import { gradeOf } from './enter-inspection.ts'

let village: GrownVillage
beforeAll(async () => {
  village = await createGrownVillage()
}, 60_000)
afterAll(() => village.test.close())

async function inspect(change: object = {}, person: TestPerson = village.technician) {
  const { test, plotId } = village
  const photoFileId = await photoOf(test, person)
  const form = { pests: 3, weeds: 2, litter: 3, photoFileId, ...change }
  return call(test, person, 'POST', `/api/plots/${plotId}/inspections`, form)
}

it('is graded by the worst part of its form', async () => {
  expect(gradeOf({ pests: 3, weeds: 3, litter: 3 })).toBe('good')
  expect(gradeOf({ pests: 3, weeds: 3, litter: 1 })).toBe('poor')
  const { grower, test } = village
  const kin = await addPerson(test, { householdId: grower.householdId, roles: ['technician'] })
  expect(await refused(inspect({}, kin))).toBe('403 own_household_application')
  expect(await refused(inspect({ pests: 4 }))).toBe('400 invalid_request')
  const borrowed = { photoFileId: await photoOf(test, grower) }
  expect(await refused(inspect(borrowed))).toBe('403 check_photo_not_yours')
  expect(await done(inspect())).toEqual({ grade: 'fair' })
  expect((await inputsOf(village)).inspections).toMatchObject([{ grade: 'fair' }])
})

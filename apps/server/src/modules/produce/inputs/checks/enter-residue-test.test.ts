import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  createGrownVillage,
  enterTest,
  inputsOf,
  type GrownVillage,
} from '../../../../../test/inputs-village.ts'
import { done, refused } from '../../../../../test/participation-village.ts'
import { addPerson } from '../../../../../test/server.ts'

let village: GrownVillage
beforeAll(async () => {
  village = await createGrownVillage()
}, 60_000)
afterAll(() => village.test.close())

it('is entered by a technician of another household, with its picture', async () => {
  const { test, grower } = village
  const kin = await addPerson(test, { householdId: grower.householdId, roles: ['technician'] })
  expect(await refused(enterTest(village, 'passed', kin))).toBe('403 own_household_application')
  expect(await refused(enterTest(village, 'passed', grower))).toBe('403 role_required')
  const nowhere = { ...village, plotId: kin.personId }
  expect(await refused(enterTest(nowhere, 'passed'))).toBe('404 unknown_plot_of_inputs')
  const { testId } = await done(enterTest(village, 'passed'))
  expect((await inputsOf(village)).tests).toMatchObject([
    { testId, method: 'rapid_card', outcome: 'passed' },
  ])
})

import { afterAll, beforeAll, expect, it } from 'vitest'
import { refused } from '../../../../test/participation-village.ts'
import { YearEndVillage } from '../../../../test/year-end-village.ts'

let village: YearEndVillage
beforeAll(async () => {
  village = await YearEndVillage.create()
}, 60_000)
afterAll(() => village.test.close())

it('is refused without a statement, without points, and above what the resolution allows', async () => {
  expect(await refused(village.propose())).toBe('409 year_end_without_statement')
  await village.nextMorning()
  expect(await refused(village.propose({ since: '2026-03-03' }))).toBe(
    '409 year_end_without_points',
  )
  expect(await refused(village.propose({ poolFen: 10_001 }))).toBe('409 budget_exceeded')
  expect(await refused(village.propose({ budgetId: village.test.server.newId() }))).toBe(
    '404 unknown_budget',
  )
  expect(await refused(village.propose({ poolFen: 0 }))).toBe('400 invalid_request')
})

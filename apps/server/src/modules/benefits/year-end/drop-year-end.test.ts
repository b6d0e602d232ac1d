import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../test/participation-village.ts'
import { call } from '../../../../test/server.ts'
import { YearEndVillage } from '../../../../test/year-end-village.ts'

let village: YearEndVillage
beforeAll(async () => {
  village = await YearEndVillage.create()
  await village.nextMorning()
}, 60_000)
afterAll(() => village.test.close())

it('shows who would get what, and is dropped without a trace of money', async () => {
  const yearEndId = await village.proposed()
  const shown = await village.view(yearEndId)
  expect(shown).toMatchObject({ state: 'proposed', through: '2026-03-02', householdCount: 2 })
  // 5 points and 2: of 10.00 yuan 7.142… and 2.857…
  expect(shown.lines.map(({ shareFen }: { shareFen: number }) => shareFen)).toEqual([714, 286])
  expect(shown.canConfirm).toMatchObject({ ok: true })
  await done(village.drop(yearEndId))
  expect(await refused(village.confirm(yearEndId))).toBe('409 year_end_over')
  expect(await done(call(village.test, village.high, 'GET', '/api/me/year-ends'))).toEqual({
    items: [],
  })
})

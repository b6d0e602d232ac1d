import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import { RoundVillage } from '../../../../../test/round-village.ts'
import { addPerson, call } from '../../../../../test/server.ts'

let village: RoundVillage
beforeAll(async () => {
  village = await RoundVillage.create()
}, 60_000)
afterAll(() => village.test.close())

it.each([
  [{ grades: [] }, '400 invalid_request'],
  [{ grades: [{ grade: 'first', fen: 0 }] }, '400 invalid_request'],
  [
    {
      grades: [
        { grade: 'first', fen: 2 },
        { grade: 'first', fen: 3 },
      ],
    },
    '400 round_grades_twice',
  ],
  [{ deductions: [{ nameZh: '筐' }] }, '400 round_deductions_wrong'],
  [{ deductions: [{ nameZh: '筐', permille: 1, fenEach: 1 }] }, '400 round_deductions_wrong'],
  [{ beginsAt: '2026-03-02T02:00:00Z' }, '400 round_hours_wrong'],
  [{ endsAt: '2026-03-05T02:00:00Z' }, '400 round_hours_wrong'],
  [{ budgetId: '0193b2c0-0000-7000-8000-000000000000' }, '404 unknown_budget'],
  [{ orderRuleId: '0193b2c0-0000-7000-8000-000000000000' }, '404 unknown_order_rule'],
  [{ mostGrams: 200_000 }, '400 offer_amounts_wrong'],
  [{ priceUnit: 'gram' }, '400 invalid_request'],
])('refuses terms that do not hold: %j', async (change, refusal) => {
  expect(await refused(village.open(change))).toBe(refusal)
})

it('drafts its offer, which another household publishes', async () => {
  const roundId = await village.opened()
  const { test, drafter, publisher, weigher } = village
  const villager = await addPerson(test)
  expect(await refused(call(test, villager, 'GET', `/api/rounds/${roundId}`))).toBe(
    '404 unknown_round',
  )
  const desk = await done(call(test, weigher, 'GET', `/api/rounds/${roundId}/desk`))
  expect(desk).toMatchObject({ state: 'draft', wantedGrams: 100_000, calledCount: 0 })
  const publish = `/api/offers/${roundId}/publish`
  expect(await refused(call(test, drafter, 'POST', publish))).toBe('403 own_offer_draft')
  await done(call(test, publisher, 'POST', publish))
  const shown = await done(call(test, villager, 'GET', `/api/rounds/${roundId}`))
  expect(shown).toMatchObject({ state: 'claims', crop: '白菜', ownSlot: null })
  const list = await done(call(test, villager, 'GET', '/api/rounds'))
  expect(list.items).toHaveLength(1)
})

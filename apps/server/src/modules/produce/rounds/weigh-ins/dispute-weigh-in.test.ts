import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import { RoundVillage } from '../../../../../test/round-village.ts'
import { addPerson, call } from '../../../../../test/server.ts'

let round: RoundVillage
beforeAll(async () => {
  round = await RoundVillage.weighing(2)
}, 90_000)
afterAll(() => round.test.close())

it('is for the grower, and for who weighs and found a slip; once, within thirty days', async () => {
  const refusedOne = await done(round.weigh(0, { outcome: 'refused', because: 'mixed' }))
  const taken = await done(round.weigh(1))
  const { person } = round.sellers[0]!
  const other = round.sellers[1]!.person
  expect(await refused(round.dispute(refusedOne.weighInId, other))).toBe('403 weigh_in_not_yours')
  await done(round.dispute(refusedOne.weighInId, person))
  expect(await refused(round.dispute(refusedOne.weighInId, person))).toBe('409 weigh_in_disputed')
  await done(round.dispute(taken.weighInId, round.weigher))
  const late = await done(round.weigh(1, { grade: 'second', grossGrams: 5_000 }))
  round.test.clock.advanceMinutes(31 * 24 * 60)
  expect(await refused(round.dispute(late.weighInId, other))).toBe('409 weigh_in_dispute_late')
  const unknown = '0193b2c0-0000-7000-8000-000000000000'
  expect(await refused(round.dispute(unknown, person))).toBe('404 unknown_weigh_in')
})

it('waits in the inbox of who may decide', async () => {
  const judge = await addPerson(round.test, { roles: ['committee'] })
  const { items } = await done(call(round.test, judge, 'GET', '/api/workbench/inbox'))
  const own = items.filter(({ kind }: { kind: string }) => kind === 'weigh_in_to_decide')
  expect(own).toHaveLength(2)
  const open = await done(call(round.test, judge, 'GET', '/api/disputed-weigh-ins'))
  expect(open.items).toMatchObject([
    { because: 'mixed', dispute: { cause: 'grower', words: '我的菜不止这点。' } },
    { dispute: { cause: 'office' } },
  ])
})

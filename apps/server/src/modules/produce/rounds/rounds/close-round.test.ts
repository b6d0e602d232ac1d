import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import { RoundVillage } from '../../../../../test/round-village.ts'
import { call } from '../../../../../test/server.ts'

let round: RoundVillage
beforeAll(async () => {
  round = await RoundVillage.weighing()
}, 90_000)
afterAll(() => round.test.close())

it('names who did not come and costs them nothing; short supply is settled as it came', async () => {
  await done(round.weigh(0))
  await done(round.weigh(1, { grossGrams: 6_000 }))
  expect(await refused(round.close())).toBe('409 round_runs')
  expect(await refused(round.propose())).toBe('409 round_not_closed')
  await round.afterHours()
  expect(await done(round.close())).toEqual({ cameCount: 2, missedCount: 1 })
  expect(await refused(round.close())).toBe('409 round_closed')
  const { person } = round.sellers[2]!
  const { items } = await done(call(round.test, person, 'GET', '/api/me/messages'))
  expect(items[0]).toMatchObject({ kind: 'round.missed' })
  const { settlementId } = await done(round.propose())
  const settlement = await done(
    call(round.test, round.publisher, 'GET', `/api/round-settlements/${settlementId}`),
  )
  expect(settlement).toMatchObject({ growerCount: 2, weighInCount: 2 })
})

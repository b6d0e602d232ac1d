import { afterAll, beforeAll, expect, it } from 'vitest'
import { done, refused } from '../../../../../test/participation-village.ts'
import { RoundVillage } from '../../../../../test/round-village.ts'
import { call } from '../../../../../test/server.ts'

let round: RoundVillage
beforeAll(async () => {
  round = await RoundVillage.weighing(2)
}, 90_000)
afterAll(() => round.test.close())

it('is not confirmed once an account has changed since; dropped, it is proposed anew', async () => {
  await done(round.weigh(0))
  await round.afterHours()
  await done(round.close())
  const { settlementId } = await done(round.propose())
  const account = { holderName: '陈芳', bankName: '农商行', accountNumber: '6228000012345678' }
  const { person } = round.sellers[0]!
  await done(call(round.test, person, 'POST', '/api/me/payout-account', account))
  expect(await refused(round.confirm(settlementId))).toBe('409 round_settlement_changed')
  const drop = `/api/round-settlements/${settlementId}/drop`
  await done(call(round.test, round.publisher, 'POST', drop))
  expect(await refused(round.confirm(settlementId))).toBe('409 round_settlement_over')
  const again = await done(round.propose())
  await done(round.confirm(again.settlementId))
  const mine = `/api/round-settlements/${again.settlementId}/mine`
  expect(await done(call(round.test, person, 'GET', mine))).toMatchObject({
    means: 'bank',
    accountEnds: '5678',
  })
})

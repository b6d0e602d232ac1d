import { afterAll, expect, it } from 'vitest'
import {
  addPerson,
  call,
  createTestServer,
  VILLAGE,
  type TestPerson,
} from '../../../../test/server.ts'
import {
  actorOf,
  createScoringVillage,
  disagreements,
  goodResolution,
  importSheet,
  leavesOf,
  lintAnswers,
  nextKey,
  testSheet,
} from '../../../../test/scoring-village.ts'
import { decideConsent } from '../../community/index.ts'
import { adoptRuleSheet } from '../index.ts'
import { startEarlierWallets } from './start-earlier-wallets.ts'

const test = await createTestServer()
const { committee, secondMember } = await createScoringVillage(test)
afterAll(() => test.close())

const decide = (person: TestPerson, decision: 'join' | 'leave') =>
  decideConsent(test.server, actorOf(person), nextKey(), {
    householdId: person.householdId,
    decision,
  })
const begin = () => startEarlierWallets({ ...test.server, ...test }, VILLAGE)
const walletOf = async (person: TestPerson) => {
  const answer = await call(test, person, 'GET', '/api/me/account?unit=wallet')
  const { walletHundredths, honourHundredths, entries } = answer.json<{
    walletHundredths: number
    honourHundredths: number
    entries: { items: { text: string; amountHundredths: number }[] }
  }>()
  return [walletHundredths, honourHundredths, entries.items.map(({ text }) => text)]
}
const started = async () =>
  (await leavesOf(test, 'wallet.started', '')).map((leaf) => leaf.public['pointsHundredths'])

async function adoptStart(startingHundredths: number, effectiveFrom: string) {
  const sheet = testSheet((one) => ({ ...one, policies: { ...one.policies, startingHundredths } }))
  await adoptRuleSheet(test.server, actorOf(secondMember, 'committee'), nextKey(), {
    ruleSheetId: await importSheet(test, committee, sheet),
    effectiveFrom,
    resolution: goodResolution,
    lintAnswers,
  })
}

it('gives every household its starting points once, whenever it joined', async () => {
  const early = await addPerson(test, { joined: false })
  const late = await addPerson(test, { joined: false })
  const other = await addPerson(test, { joined: false })
  await decide(early, 'join')
  await decide(other, 'join')
  await decide(other, 'leave')
  await adoptStart(100_000, '2026-03-05')
  test.clock.set(new Date('2026-03-04T15:59:00Z'))
  expect(await begin()).toBe(0)

  test.clock.set(new Date('2026-03-04T16:00:00Z')) // the sheet's first midnight
  await decide(late, 'join')
  expect(await walletOf(late)).toEqual([100_000, 0, ['起始分']])
  expect(await Promise.all([begin(), begin()])).toEqual(expect.arrayContaining([0, 1]))
  expect(await walletOf(early)).toEqual([100_000, 0, ['起始分']])
  expect(await begin()).toBe(0)

  await decide(late, 'leave')
  test.clock.advanceMinutes(1)
  await decide(late, 'join')
  expect(await walletOf(late)).toEqual([100_000, 0, ['起始分']])
  expect(await started()).toEqual([100_000, 100_000])

  await adoptStart(200_000, '2026-03-06')
  test.clock.set(new Date('2026-03-06T01:00:00Z'))
  await decide(other, 'join')
  test.clock.advanceMinutes(1)
  expect(await begin()).toBe(0)
  expect(await walletOf(other)).toEqual([200_000, 0, ['起始分']])
  expect(await started()).toEqual([100_000, 100_000, 200_000])
  expect(await disagreements(test)).toEqual([])
})

import { calibrate, type CalibrationInput } from '@azalea/scoring'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addPerson,
  createTestServer,
  OTHER_VILLAGE,
  TEST_START,
  VILLAGE,
  type TestServer,
} from '../../../../test/server.ts'
import {
  contributionOf,
  createScoringVillage,
  disagreements,
  inTx,
  leavesOf,
  score,
  testSheet,
  watchHour,
} from '../../../../test/scoring-village.ts'
import { readBalances } from '../../ledger/index.ts'
import { onNotice, partsOf } from '../../../../test/objection-village.ts'
import { finaliseAwards, readAwardsOf, scoreContributions, sumAwards } from '../index.ts'

let test: TestServer

beforeAll(async () => {
  test = await createTestServer()
  await createScoringVillage(test)
})
afterAll(() => test.close())

const honour = async (householdId: string) =>
  (await test.database.inVillage(VILLAGE, (db) => readBalances(db, VILLAGE, householdId)))
    .honourHundredths

async function stored(awardId: string) {
  const { rows } = await test.owner.query(
    'SELECT state, points_hundredths::int AS points, superseded_by, reversed_by FROM award WHERE award_id = $1',
    [awardId],
  )
  return rows[0]
}

describe('scoreContribution', () => {
  it('reverses a lower merit for the same deed, never a deduction beside it', async () => {
    const person = await addPerson(test)
    const source = { sourceKind: 'attendance', sourceId: test.server.newId() } as const
    const refs = ['plot-litter', 'small-low', 'small-high']
    const ids: string[] = []
    for (const itemRef of refs)
      ids.push((await score(test, person, { ...source, itemRef })).awardId)
    const states = await Promise.all(ids.map(stored))
    expect(states.map(({ state }) => state)).toEqual(['scored', 'reversed', 'final'])
    expect(await disagreements(test)).toEqual([])
  })

  it('makes a rating’s award final at once and posts it', async () => {
    const rater = await addPerson(test)
    const award = await score(test, rater)
    expect(award).toMatchObject({ pointsHundredths: 20, state: 'final', itemRef: 'garden-rate' })
    expect(await honour(rater.householdId)).toBe(20)
    expect(await disagreements(test)).toEqual([])
  })

  it('records all that a stranger needs to recompute it, and nobody’s identity', async () => {
    const guard = await addPerson(test)
    const contribution = contributionOf(test, guard, { ...watchHour, leaderScore: 4 })
    await score(test, guard, contribution)
    const { awardId, pointsHundredths } = await score(test, guard, { ...watchHour, leaderScore: 3 })
    const [leaf, ...more] = await leavesOf(test, 'award.scored', awardId)
    expect(more).toEqual([])
    const { input, sheet, earner, household } = leaf?.public ?? {}
    expect(
      calibrate(
        testSheet((one) => ({ ...one, effectiveFrom: '2026-03-01' })),
        input as CalibrationInput,
      ),
    ).toMatchObject({
      pointsHundredths,
    })
    expect(sheet).toMatch(/^[0-9a-f]{64}$/)
    expect(earner).toMatch(/^[\w-]{22}$/)
    expect(household).not.toBe(earner)
    const hidden = [guard.personId, guard.householdId, guard.name, contribution.sourceId, awardId]
    for (const secret of hidden) expect(leaf?.text).not.toContain(secret)
  })

  it('still gives an explained award of nothing once the day’s cap is reached', async () => {
    const rater = await addPerson(test)
    for (let rating = 0; rating < 5; rating++) await score(test, rater)
    const sixth = await score(test, rater)
    expect(sixth).toMatchObject({ pointsHundredths: 0, state: 'final' })
    expect(sixth.calibration.stages.at(-1)?.reason.code).toBe('cap_reached')
    expect(await honour(rater.householdId)).toBe(100)
    const { rows } = await test.owner.query('SELECT 1 FROM transfer WHERE cause_id = $1', [
      sixth.awardId,
    ])
    expect(rows).toEqual([])
    const nextDay = await score(test, rater, { occurredOn: '2026-03-03' })
    expect(nextDay.pointsHundredths).toBe(20)
    expect(await disagreements(test)).toEqual([])
  })

  it('never exceeds a cap under parallel ratings', async () => {
    const rater = await addPerson(test)
    const awards = await Promise.all(Array.from({ length: 9 }, () => score(test, rater)))
    const total = awards.reduce((sum, award) => sum + award.pointsHundredths, 0)
    expect(total).toBe(100)
    expect(await honour(rater.householdId)).toBe(100)
    expect(await disagreements(test)).toEqual([])
  })

  it('counts a cap of the household over all its people', async () => {
    const one = await addPerson(test)
    const other = await addPerson(test, { householdId: one.householdId })
    const sweep = { itemRef: 'path-sweep', sourceKind: 'attendance' } as const
    expect((await score(test, one, sweep)).pointsHundredths).toBe(100)
    expect((await score(test, other, sweep)).pointsHundredths).toBe(0)
    expect((await score(test, await addPerson(test), sweep)).pointsHundredths).toBe(100)
  })

  it('leaves an award with a notice period scored and unposted', async () => {
    const guard = await addPerson(test)
    const award = await score(test, guard, { ...watchHour, leaderScore: 5 })
    expect(award.state).toBe('scored')
    expect(award.calibration.stages.map(({ stage }) => stage)).toEqual([
      'base',
      'circumstances',
      'leader_score',
      'spot_check',
      'passers_by',
      'upheld_reports',
      'only_highest',
      'cap',
      'rounding',
    ])
    expect(await honour(guard.householdId)).toBe(0)
    const [leaf] = await leavesOf(test, 'award.scored', award.awardId)
    expect(leaf?.public).toMatchObject({ item: 'watch-hour', input: { occurredOn: '2026-03-02' } })
  })

  it('lets contributions of one household in one command see each other', async () => {
    const guard = await addPerson(test)
    const mate = await addPerson(test)
    const tenHours = { ...watchHour, quantity: 600 }
    const given = [guard, mate, guard, guard].map((person) =>
      contributionOf(test, person, tenHours),
    )
    const awards = await inTx(test, guard, (tx) =>
      scoreContributions(tx, test.server.scoring, given),
    )
    const [first, ofMate, second, third] = awards.map((award) => award.pointsHundredths)
    expect(ofMate).toBe(first)
    expect(first).toBeGreaterThan(0)
    expect((first ?? 0) + (second ?? 0) + (third ?? 0)).toBe(2400)
    expect(third).toBe(0)
  })

  it('refuses an item that the sheet does not have, and a day without a sheet', async () => {
    const rater = await addPerson(test)
    await expect(score(test, rater, { itemRef: 'nothing' })).rejects.toMatchObject({
      code: 'unknown_item',
    })
    await expect(score(test, rater, { occurredOn: '2026-02-28' })).rejects.toMatchObject({
      code: 'no_rule_sheet',
    })
    const stranger = await addPerson(test, { villageId: OTHER_VILLAGE })
    await expect(score(test, stranger)).rejects.toMatchObject({ code: 'no_rule_sheet' })
  })

  it('takes one source under one item only once', async () => {
    const rater = await addPerson(test)
    const sourceId = test.server.newId()
    await score(test, rater, { sourceId })
    await expect(score(test, rater, { sourceId })).rejects.toThrow(/duplicate key/)
    expect(await honour(rater.householdId)).toBe(20)
  })
})

describe('what others read', () => {
  it('is every award of a person in full', async () => {
    const rater = await addPerson(test)
    const { awardId } = await score(test, rater)
    await score(test, await addPerson(test, { householdId: rater.householdId }))
    const views = await test.database.inVillage(VILLAGE, (db) =>
      readAwardsOf(db, test.server.scoring, VILLAGE, rater.personId, 'en'),
    )
    expect(views).toMatchObject([
      { awardId, itemName: expect.any(String), evidence: [{ kind: 'rating' }] },
    ])
  })

  it('is what became final and what was taken back in a period', async () => {
    const from = new Date('2026-03-20T00:00:00Z')
    const to = new Date('2026-03-21T00:00:00Z')
    const start = test.clock.now()
    test.clock.set(from)
    const rater = await addPerson(test)
    await score(test, rater, { itemRef: 'small-low', occurredOn: '2026-03-19' })
    await score(test, rater, { itemRef: 'small-high', occurredOn: '2026-03-19' })
    test.clock.set(to)
    await score(test, rater)
    test.clock.set(start)
    const sums = await test.database.inVillage(VILLAGE, (db) =>
      sumAwards(db, VILLAGE, { from, to }),
    )
    expect(sums).toEqual({
      finalAwards: 2,
      finalHundredths: 70,
      reversedAwards: 1,
      reversedHundredths: 20,
    })
  })
})

describe('only the highest of one deed', () => {
  it('gives nothing to a lower item of the same day and group', async () => {
    const person = await addPerson(test)
    const high = await score(test, person, { itemRef: 'help-high', sourceKind: 'attendance' })
    const low = await score(test, person, { itemRef: 'help-low', sourceKind: 'attendance' })
    expect([high.pointsHundredths, low.pointsHundredths]).toEqual([1000, 0])
    expect((await stored(high.awardId))?.state).toBe('scored')
  })

  it('lets a higher item take the place of a final one at once, and names both', async () => {
    const person = await addPerson(test)
    const low = await onNotice(test, person, { itemRef: 'help-low', quantity: 1 })
    test.clock.set(low.endsAt)
    await finaliseAwards(partsOf(test), VILLAGE)
    expect(await honour(person.householdId)).toBe(low.pointsHundredths)
    const high = await score(test, person, { itemRef: 'help-high', sourceKind: 'attendance' })
    expect(high).toMatchObject({ pointsHundredths: 1000, state: 'final' })
    expect(await honour(person.householdId)).toBe(1000)
    const { rows } = await test.owner.query(
      "SELECT params FROM message WHERE person_id = $1 AND kind = 'award.superseded'",
      [person.personId],
    )
    expect(rows).toMatchObject([
      {
        params: {
          awardId: high.awardId,
          fromAwardId: low.awardId,
          fromHundredths: low.pointsHundredths,
          pointsHundredths: 1000,
          state: 'final',
        },
      },
    ])
    expect(await disagreements(test)).toEqual([])
    test.clock.set(TEST_START)
  })

  it('lets a higher item replace a lower one that is final, with its transfer reversed', async () => {
    const person = await addPerson(test)
    const low = await score(test, person, { itemRef: 'small-low' })
    expect(await honour(person.householdId)).toBe(20)
    const high = await score(test, person, { itemRef: 'small-high' })
    expect(high).toMatchObject({ pointsHundredths: 50, state: 'final' })
    expect(await stored(low.awardId)).toEqual({
      state: 'reversed',
      points: 20,
      superseded_by: high.awardId,
      reversed_by: null,
    })
    expect(await honour(person.householdId)).toBe(50)
    const [leaf] = await leavesOf(test, 'award.reversed', low.awardId)
    const [entered] = await leavesOf(test, 'award.final', low.awardId)
    const [winner] = await leavesOf(test, 'award.final', high.awardId)
    expect(leaf?.public).toMatchObject({
      award: entered?.public['award'],
      postedHundredths: 20,
      supersededBy: winner?.public['award'],
    })
    expect(await disagreements(test)).toEqual([])
  })

  it('replaces a lower one that is only scored without touching the ledger', async () => {
    const person = await addPerson(test)
    const low = await score(test, person, { itemRef: 'help-low', sourceKind: 'attendance' })
    await score(test, person, { itemRef: 'help-high', sourceKind: 'attendance' })
    expect((await stored(low.awardId))?.state).toBe('reversed')
    expect(await honour(person.householdId)).toBe(0)
    const [leaf] = await leavesOf(test, 'award.reversed', low.awardId)
    expect(leaf?.public['postedHundredths']).toBe(0)
    expect(await disagreements(test)).toEqual([])
  })

  it('does not let another day or another person compete', async () => {
    const person = await addPerson(test)
    const mate = await addPerson(test, { householdId: person.householdId })
    await score(test, person, { itemRef: 'small-high' })
    const nextDay = await score(test, person, { itemRef: 'small-low', occurredOn: '2026-03-03' })
    const ofMate = await score(test, mate, { itemRef: 'small-low' })
    expect([nextDay.pointsHundredths, ofMate.pointsHundredths]).toEqual([20, 20])
  })
})

import { parseRuleSheet, recountAwards, type RuleSheet } from '@azalea/scoring'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import {
  addPerson,
  createTestServer,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import { seededRandomness } from '../../../../test/randomness.ts'
import {
  actorOf,
  createScoringVillage,
  disagreements,
  leavesOf,
  nextKey,
  score,
  testSheet,
  type ScoringVillage,
} from '../../../../test/scoring-village.ts'
import { readDocument } from '../../record/index.ts'
import { countAwards, entryDayOf } from './count-awards.ts'
import { reverseAward } from './reverse-award.ts'

let test: TestServer
let village: ScoringVillage

beforeEach(async () => {
  await test?.close()
  test = await createTestServer()
  village = await createScoringVillage(test)
})
afterAll(() => test.close())

const count = () => {
  const { clock, database, server } = test
  const parts = { ...server, clock, database, randomness: seededRandomness('lots') }
  return countAwards(parts, VILLAGE)
}
/** Eight in the morning of a civil day. */
const goTo = (day: string) => test.clock.set(new Date(`${day}T00:00:00Z`))

async function counted() {
  const leaves = await leavesOf(test, 'award.counted', '"award.counted"')
  return leaves.map((leaf) => leaf.public)
}

async function rateOn(person: TestPerson, day: string, times: number) {
  goTo(day)
  const awards = []
  for (let time = 0; time < times; time++)
    awards.push(await score(test, person, { occurredOn: day }))
  return awards
}

describe('countAwards', () => {
  it('enters a week’s awards for rating on the Wednesday after it, as one record an earner', async () => {
    const rater = await addPerson(test)
    const other = await addPerson(test)
    await rateOn(rater, '2026-03-02', 1)
    await rateOn(rater, '2026-03-04', 6)
    await rateOn(other, '2026-03-08', 2)
    await rateOn(rater, '2026-03-09', 1)
    expect(entryDayOf('2026-03-08')).toBe('2026-03-11')
    goTo('2026-03-10')
    expect(await count()).toBe(0)
    goTo('2026-03-11')
    expect(await count()).toBe(9)
    expect(await count()).toBe(0)
    const entered = await counted()
    expect(entered).toHaveLength(2)
    expect(entered).toContainEqual({
      award: expect.stringMatching(/^[\w-]{22}$/),
      item: 'garden-rate',
      sheet: expect.any(String),
      week: '2026-03-02',
      month: '2026-03',
      earner: expect.any(String),
      household: expect.any(String),
      counts: [6, 1],
      pointsHundredths: 120,
    })
    expect(await leavesOf(test, 'award.final', '"award.final"')).toEqual([])
    expect(await disagreements(test)).toEqual([])
  })

  it('tells a stranger enough to come to the same points', async () => {
    await rateOn(await addPerson(test), '2026-03-03', 7)
    goTo('2026-03-11')
    await count()
    const [entry] = await counted()
    const sheet = await publishedSheet(String(entry?.['sheet']))
    const { item, week, counts, pointsHundredths } = entry as never
    expect(recountAwards(sheet, { itemRef: item, week, counts })).toBe(pointsHundredths)
  })

  it('keeps apart the months in which a week’s awards were posted', async () => {
    const rater = await addPerson(test)
    await rateOn(rater, '2026-03-31', 1)
    await rateOn(rater, '2026-04-01', 2)
    goTo('2026-04-08')
    await count()
    const months = (await counted()).map(({ month, counts }) => [month, counts])
    expect(months.toSorted((a, b) => (String(a) < String(b) ? -1 : 1))).toEqual([
      ['2026-03', [1]],
      ['2026-04', [2]],
    ])
  })

  it('enters an award by itself before it is reversed, and counts the rest', async () => {
    const rater = await addPerson(test)
    const [first] = await rateOn(rater, '2026-03-02', 3)
    await reverse(first?.awardId)
    const [entered] = await leavesOf(test, 'award.final', first?.awardId ?? '')
    const [reversed] = await leavesOf(test, 'award.reversed', first?.awardId ?? '')
    expect(entered?.public).toMatchObject({ pointsHundredths: 20, input: { quantity: 1 } })
    expect(reversed?.public).toMatchObject({
      award: entered?.public['award'],
      day: '2026-03-02',
      postedHundredths: 20,
    })
    goTo('2026-03-11')
    expect(await count()).toBe(2)
    expect((await counted())[0]).toMatchObject({ counts: [2], pointsHundredths: 40 })
  })

  it('reverses a counted award by naming the count, not the day', async () => {
    const rater = await addPerson(test)
    const [first] = await rateOn(rater, '2026-03-02', 2)
    goTo('2026-03-11')
    await count()
    await reverse(first?.awardId)
    const [reversed] = await leavesOf(test, 'award.reversed', '"award.reversed"')
    expect(reversed?.public).toMatchObject({
      award: (await counted())[0]?.['award'],
      day: null,
      postedHundredths: 20,
    })
  })

  it('enters each award with its inputs where counts do not reproduce the points', async () => {
    // The day's cap was half used by an award that is taken back: the others were cut for nothing.
    const rater = await addPerson(test)
    const awards = await rateOn(rater, '2026-03-02', 7)
    await reverse(awards[0]?.awardId)
    goTo('2026-03-11')
    expect(await count()).toBe(6)
    expect(await counted()).toEqual([])
    expect(await leavesOf(test, 'award.final', '"award.final"')).toHaveLength(7)
  })
})

async function reverse(awardId = ''): Promise<void> {
  const actor = actorOf(village.committee, 'committee')
  const input = { awardId, reason: '重复' }
  await reverseAward(test.server, actor, nextKey(), input)
}

async function publishedSheet(hash: string): Promise<RuleSheet> {
  const body = await test.database.inVillage(VILLAGE, (db) => readDocument(db, VILLAGE, hash))
  const parsed = parseRuleSheet(JSON.parse(body?.toString('utf8') ?? '{}'))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  expect(parsed.sheet).toEqual(testSheet((sheet) => ({ ...sheet, effectiveFrom: '2026-03-01' })))
  return parsed.sheet
}

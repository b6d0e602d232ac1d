import { createHash } from 'node:crypto'
import { boardBytes } from '@azalea/scoring'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { addPerson, createTestServer, VILLAGE, type TestServer } from '../../../../test/server.ts'
import { seededRandomness } from '../../../../test/randomness.ts'
import {
  actorOf,
  createScoringVillage,
  leavesOf,
  nextKey,
  score,
} from '../../../../test/scoring-village.ts'
import { decideConsent } from '../../community/index.ts'
import { readDocument } from '../../record/index.ts'
import { countAwards, reverseAward } from '../index.ts'
import { closeDay } from './close-day.ts'

let test: TestServer

beforeEach(async () => {
  await test?.close()
  test = await createTestServer()
})
afterAll(() => test.close())

const parts = () => {
  const { clock, database, server } = test
  return { ...server, clock, database, randomness: seededRandomness('lots') }
}
const close = () => closeDay(parts(), VILLAGE)
const goTo = (day: string, time = '08:00') => test.clock.set(new Date(`${day}T${time}:00+08:00`))
const statements = async () =>
  (await leavesOf(test, 'day.closed', '"day.closed"')).map((leaf) => leaf.public)
const hashOf = (lines: Parameters<typeof boardBytes>[0]) =>
  createHash('sha256').update(boardBytes(lines)).digest('base64url')

describe('closeDay', () => {
  it('states once, some minutes after midnight, what the log holds of the day before', async () => {
    const { committee } = await createScoringVillage(test)
    const { rows } = await test.owner.query(
      'SELECT count(*)::int AS n FROM record WHERE village_id = $1',
      [VILLAGE],
    )
    goTo('2026-03-04', '00:05')
    expect(await close()).toBe(null)
    goTo('2026-03-03', '00:12')
    expect(await Promise.all([close(), close()])).toEqual(
      expect.arrayContaining(['2026-03-02', null]),
    )
    expect(await close()).toBe(null)
    const [statement, ...more] = await statements()
    expect(more).toEqual([])
    expect(statement).toMatchObject({
      day: '2026-03-02',
      records: rows[0].n,
      recordsOfDay: rows[0].n,
      awardedHundredths: 0,
      sheet: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(JSON.stringify(statement)).not.toContain(committee.personId)
  })

  it('adds up what entered, what was taken back, and what waits to be counted', async () => {
    const { committee } = await createScoringVillage(test)
    const joined = await addPerson(test, { joined: false })
    await decideConsent(test.server, actorOf(joined), nextKey(), {
      householdId: joined.householdId,
      decision: 'join',
    })
    const instant = { itemRef: 'small-high', sourceKind: 'attendance' } as const
    await score(test, joined, instant)
    const { awardId } = await score(test, joined, {
      ...instant,
      itemRef: 'small-low',
      occurredOn: '2026-03-01',
    })
    await score(test, joined)
    const { act, scoring } = test.server
    await reverseAward({ act, scoring }, actorOf(committee, 'committee'), nextKey(), {
      awardId,
      reason: '重复',
    })
    goTo('2026-03-03')
    await close()
    goTo('2026-03-11')
    await countAwards(parts(), VILLAGE)
    goTo('2026-03-12')
    await close()
    const [first, second] = await statements()
    expect(first).toMatchObject({
      awardedHundredths: 70,
      reversedHundredths: 20,
      uncountedHundredths: 20,
      spentHundredths: 0,
    })
    expect(second).toMatchObject({ awardedHundredths: 90, uncountedHundredths: 0 })
    const secret = await test.database.inVillage(VILLAGE, (db) =>
      test.server.secrets.of(db, VILLAGE),
    )
    const household = secret.pseudonym('household', joined.householdId)
    const earner = secret.pseudonym('earner', joined.personId)
    expect(second?.['boards']).toMatchObject({
      'all/household': hashOf([[household, 70]]),
      'month/person': hashOf([[earner, 70]]),
      'year/group': hashOf([['1', 70]]),
      'month-before/household': hashOf([]),
    })
    const body = await test.database.inVillage(VILLAGE, (db) =>
      readDocument(db, VILLAGE, String(second?.['households'])),
    )
    expect(JSON.parse(body?.toString('utf8') ?? '{}')).toEqual({
      v: 1,
      village: VILLAGE,
      day: '2026-03-11',
      households: [
        { household, group: 1, joined: true, honourHundredths: 70, walletHundredths: 70 },
      ],
    })
  })

  it('says nothing of a village that has no record yet', async () => {
    await test.owner.query('DELETE FROM record WHERE village_id = $1', [VILLAGE])
    goTo('2026-03-03')
    expect(await close()).toBe(null)
    expect(await statements()).toEqual([])
  })
})

import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  addPerson,
  createTestServer,
  OTHER_VILLAGE,
  TEST_START,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import {
  actorOf,
  createScoringVillage,
  disagreements,
  leavesOf,
  nextKey,
  score,
  watchHour,
  type ScoringVillage,
} from '../../../../test/scoring-village.ts'
import { readBalances } from '../../ledger/index.ts'
import { canonicalBytes } from '../../record/index.ts'
import { finaliseAwards, finaliseAwardsJob, publishNotice, reverseAward } from '../index.ts'

let test: TestServer
let village: ScoringVillage

beforeAll(async () => {
  test = await createTestServer()
  village = await createScoringVillage(test)
})
afterAll(() => test.close())
beforeEach(() => test.clock.set(TEST_START))

const parts = () => ({
  act: test.server.act,
  database: test.database,
  clock: test.clock,
  newId: test.server.newId,
  scoring: test.server.scoring,
})
const publish = (by: TestPerson, awardIds?: string[]) =>
  publishNotice(
    test.server,
    actorOf(by, 'committee'),
    nextKey(),
    awardIds === undefined ? {} : { awardIds },
  )
const reverse = (by: TestPerson, awardId: string) =>
  reverseAward(test.server, actorOf(by, 'committee'), nextKey(), {
    awardId,
    reason: '记错了人',
  })
const stateOf = async (awardId: string) => {
  const { rows } = await test.owner.query('SELECT state FROM award WHERE award_id = $1', [awardId])
  return (rows[0] as { state: string } | undefined)?.state
}
const wallet = async (person: TestPerson) =>
  (await test.database.inVillage(VILLAGE, (db) => readBalances(db, VILLAGE, person.householdId)))
    .walletHundredths
const messagesOf = async (person: TestPerson) => {
  const { rows } = await test.owner.query(
    'SELECT kind, params FROM message WHERE person_id = $1 ORDER BY message_id',
    [person.personId],
  )
  return rows as { kind: string; params: Record<string, unknown> }[]
}

describe('publishNotice', () => {
  it('puts chosen awards on notice for the longest of their periods, in whole days', async () => {
    const person = await addPerson(test)
    const other = await addPerson(test)
    const five = await score(test, person, { itemRef: 'help-low', sourceKind: 'attendance' })
    const seven = await score(test, other, { itemRef: 'help-high', sourceKind: 'attendance' })
    const short = await publish(village.committee, [five.awardId])
    // Published on 2 March: on notice to the end of the 7th, in Shanghai.
    expect(short).toMatchObject({ awards: 1, leftOut: 0, endsAt: '2026-03-07T16:00:00.000Z' })
    const again = await score(test, person, {
      itemRef: 'help-low',
      sourceKind: 'attendance',
      occurredOn: '2026-03-01',
    })
    const long = await publish(village.committee, [again.awardId, seven.awardId])
    expect(long).toMatchObject({ awards: 2, endsAt: '2026-03-09T16:00:00.000Z' })
    expect(await stateOf(seven.awardId)).toBe('on_notice')
  })

  it('freezes a list whose hash anyone can recompute from the log', async () => {
    const people = [await addPerson(test), await addPerson(test)]
    const awards = []
    for (const person of people) awards.push(await score(test, person, watchHour))
    const { noticeId } = await publish(
      village.committee,
      awards.map(({ awardId }) => awardId),
    )
    const list: Record<string, string | undefined>[] = []
    for (const { awardId } of awards) {
      const [leaf] = await leavesOf(test, 'award.scored', awardId)
      const { award, household, item, pointsHundredths } = (leaf?.public ?? {}) as Record<
        string,
        string
      >
      list.push({ award, household, item, pointsHundredths })
    }
    list.sort((a, b) => ((a['award'] ?? '') < (b['award'] ?? '') ? -1 : 1))
    const [published] = await leavesOf(test, 'notice.published', noticeId)
    expect(published?.public['snapshot']).toBe(
      createHash('sha256')
        .update(canonicalBytes(list as never))
        .digest('hex'),
    )
  })

  it('leaves the publisher’s own household out, for another member', async () => {
    const member = village.committee
    const kin = await addPerson(test, { householdId: member.householdId })
    const own = await score(test, kin, watchHour)
    const others = await score(test, await addPerson(test), watchHour)
    const all = await publish(member)
    expect(all.leftOut).toBe(1)
    expect([await stateOf(own.awardId), await stateOf(others.awardId)]).toEqual([
      'scored',
      'on_notice',
    ])
    await expect(publish(member)).rejects.toMatchObject({ code: 'only_own_awards' })
    expect(await publish(village.secondMember)).toMatchObject({ awards: 1, leftOut: 0 })
    await expect(publish(village.secondMember)).rejects.toMatchObject({
      code: 'nothing_to_publish',
    })
  })

  it('refuses awards that do not wait for publication, and publishes none of the others', async () => {
    const final = await score(test, await addPerson(test))
    const waiting = await score(test, await addPerson(test), watchHour)
    await expect(
      publish(village.committee, [final.awardId, waiting.awardId]),
    ).rejects.toMatchObject({ code: 'award_not_publishable' })
    expect(await stateOf(waiting.awardId)).toBe('scored')
  })

  it('puts each award on one notice only when two members publish at once', async () => {
    const waiting = await score(test, await addPerson(test), watchHour)
    const results = await Promise.allSettled([
      publish(village.committee, [waiting.awardId]),
      publish(village.secondMember, [waiting.awardId]),
    ])
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('finaliseAwards', () => {
  it('waits for the end of the notice, then posts once and tells the person', async () => {
    const guard = await addPerson(test)
    const first = await score(test, guard, watchHour)
    const second = await score(test, guard, { ...watchHour, occurredOn: '2026-03-01' })
    const { endsAt } = await publish(village.committee, [first.awardId, second.awardId])
    test.clock.set(new Date(new Date(endsAt).getTime() - 1))
    await finaliseAwards(parts(), VILLAGE)
    expect(await stateOf(first.awardId)).toBe('on_notice')
    test.clock.set(new Date(endsAt))
    await finaliseAwardsJob(parts()).run()
    expect(await stateOf(first.awardId)).toBe('final')
    const total = first.pointsHundredths + second.pointsHundredths
    expect(await wallet(guard)).toBe(total)
    expect(await finaliseAwards(parts(), VILLAGE)).toBe(0)
    expect(await messagesOf(guard)).toMatchObject([
      { kind: 'awards.on_notice', params: { items: [{ awards: 2, pointsHundredths: total }] } },
      { kind: 'awards.final', params: { awards: 2, pointsHundredths: total } },
    ])
    const [leaf] = await leavesOf(test, 'award.final', first.awardId)
    expect(leaf?.public).toMatchObject({ pointsHundredths: first.pointsHundredths })
    expect(await disagreements(test)).toEqual([])
  })

  it('posts every award once when several servers do it at the same time', async () => {
    const people: TestPerson[] = []
    for (let count = 0; count < 6; count++) people.push(await addPerson(test))
    const awards = await Promise.all(people.map((person) => score(test, person, watchHour)))
    const { endsAt } = await publish(
      village.committee,
      awards.map(({ awardId }) => awardId),
    )
    test.clock.set(new Date(endsAt))
    const counts = await Promise.all([1, 2, 3].map(() => finaliseAwards(parts(), VILLAGE)))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(6)
    for (const person of people) expect(await wallet(person)).toBe(awards[0]?.pointsHundredths)
    expect(await disagreements(test)).toEqual([])
  })
})

describe('reverseAward', () => {
  it('takes back a final award by a transfer that names it, once', async () => {
    const rater = await addPerson(test)
    const { awardId } = await score(test, rater)
    await reverse(village.committee, awardId)
    expect(await stateOf(awardId)).toBe('reversed')
    expect(await wallet(rater)).toBe(0)
    const [leaf] = await leavesOf(test, 'award.reversed', awardId)
    expect(leaf?.public).toMatchObject({ postedHundredths: 20, supersededBy: null })
    expect(leaf?.text).not.toContain('记错了人')
    expect(await messagesOf(rater)).toMatchObject([
      { kind: 'award.reversed', params: { awardId, reason: '记错了人' } },
    ])
    await expect(reverse(village.committee, awardId)).rejects.toMatchObject({
      code: 'already_reversed',
    })
    expect(await disagreements(test)).toEqual([])
  })

  it('takes back an award on notice, which then never becomes final', async () => {
    const guard = await addPerson(test)
    const { awardId } = await score(test, guard, watchHour)
    const { endsAt } = await publish(village.committee, [awardId])
    await reverse(village.secondMember, awardId)
    test.clock.set(new Date(endsAt))
    await finaliseAwards(parts(), VILLAGE)
    expect(await stateOf(awardId)).toBe('reversed')
    expect(await wallet(guard)).toBe(0)
  })

  it('gives room under the cap back to what comes after', async () => {
    const rater = await addPerson(test)
    const awards = []
    for (let rating = 0; rating < 5; rating++) awards.push(await score(test, rater))
    await reverse(village.committee, awards[0]?.awardId ?? '')
    expect((await score(test, rater)).pointsHundredths).toBe(20)
    expect(await wallet(rater)).toBe(100)
  })

  it('refuses one’s own household and another village', async () => {
    const kin = await addPerson(test, { householdId: village.committee.householdId })
    const { awardId } = await score(test, kin)
    await expect(reverse(village.committee, awardId)).rejects.toMatchObject({
      code: 'own_household_award',
    })
    const stranger = await addPerson(test, { villageId: OTHER_VILLAGE, roles: ['committee'] })
    await expect(reverse(stranger, awardId)).rejects.toMatchObject({ code: 'unknown_award' })
  })
})

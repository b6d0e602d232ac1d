import { createHash } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { createNoticeVillage } from '../../../../test/notice-village.ts'
import { sentTwice } from '../../../../test/once-per-key.ts'
import { leavesOf, score, watchHour } from '../../../../test/scoring-village.ts'
import { addPerson, call } from '../../../../test/server.ts'
import { canonicalBytes } from '../../record/index.ts'

const { test, village, publish, stateOf } = await createNoticeVillage()
afterAll(() => test.close())

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

  it('makes one notice for one key', async () => {
    const { awardId } = await score(test, await addPerson(test), watchHour)
    await sentTwice(test, (key) =>
      call(test, village.committee, 'POST', '/api/notices', { awardIds: [awardId] }, { key }),
    )
    expect(await stateOf(awardId)).toBe('on_notice')
  })
})

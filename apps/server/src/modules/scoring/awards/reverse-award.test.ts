import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createNoticeVillage } from '../../../../test/notice-village.ts'
import { partsOf } from '../../../../test/objection-village.ts'
import { outcomesOf, sentTwice } from '../../../../test/once-per-key.ts'
import { disagreements, leavesOf, score, watchHour } from '../../../../test/scoring-village.ts'
import {
  addPerson,
  call,
  OTHER_VILLAGE,
  TEST_START,
  VILLAGE,
  type TestPerson,
} from '../../../../test/server.ts'
import { finaliseAwards } from '../index.ts'

const { test, village, publish, reverse, stateOf, wallet, messagesOf } = await createNoticeVillage()
afterAll(() => test.close())
beforeEach(() => test.clock.set(TEST_START))

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
    await finaliseAwards(partsOf(test), VILLAGE)
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

  it('is done once for one key, and once where two members do it at one moment', async () => {
    const [one, other] = [await addPerson(test), await addPerson(test)]
    const [first, second] = [await score(test, one), await score(test, other)]
    const send = (by: TestPerson, awardId: string, key?: string) => {
      const body = { reason: '记错了人' }
      return call(test, by, 'POST', `/api/awards/${awardId}/reverse`, body, key ? { key } : {})
    }
    await sentTwice(test, (key) => send(village.committee, first.awardId, key))
    const both = [village.committee, village.secondMember].map((by) => send(by, second.awardId))
    expect(await outcomesOf(both)).toEqual(['already_reversed', 'done'])
    expect([await wallet(one), await wallet(other)]).toEqual([0, 0])
  })
})

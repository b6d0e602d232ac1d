import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createNoticeVillage } from '../../../../test/notice-village.ts'
import { partsOf } from '../../../../test/objection-village.ts'
import { disagreements, leavesOf, score, watchHour } from '../../../../test/scoring-village.ts'
import { addPerson, TEST_START, VILLAGE, type TestPerson } from '../../../../test/server.ts'
import { finaliseAwards, finaliseAwardsJob } from '../index.ts'

const { test, village, publish, stateOf, wallet, messagesOf } = await createNoticeVillage()
afterAll(() => test.close())
beforeEach(() => test.clock.set(TEST_START))

describe('finaliseAwards', () => {
  it('waits for the end of the notice, then posts once and tells the person', async () => {
    const guard = await addPerson(test)
    const first = await score(test, guard, watchHour)
    const second = await score(test, guard, { ...watchHour, occurredOn: '2026-03-01' })
    const { endsAt } = await publish(village.committee, [first.awardId, second.awardId])
    test.clock.set(new Date(new Date(endsAt).getTime() - 1))
    await finaliseAwards(partsOf(test), VILLAGE)
    expect(await stateOf(first.awardId)).toBe('on_notice')
    test.clock.set(new Date(endsAt))
    await finaliseAwardsJob(partsOf(test)).run()
    expect(await stateOf(first.awardId)).toBe('final')
    const total = first.pointsHundredths + second.pointsHundredths
    expect(await wallet(guard)).toBe(total)
    expect(await finaliseAwards(partsOf(test), VILLAGE)).toBe(0)
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
    const counts = await Promise.all([1, 2, 3].map(() => finaliseAwards(partsOf(test), VILLAGE)))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(6)
    for (const person of people) expect(await wallet(person)).toBe(awards[0]?.pointsHundredths)
    expect(await disagreements(test)).toEqual([])
  })
})

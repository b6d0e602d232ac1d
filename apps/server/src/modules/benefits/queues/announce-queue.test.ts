import { civilDay } from '@azalea/text'
import { afterAll, describe, expect, it } from 'vitest'
import {
  claim,
  drawTomorrow,
  nextMorning,
  publishedOffer,
  publishLog,
  queueParts,
  run,
} from '../../../../test/benefits-village.ts'
import { done } from '../../../../test/participation-village.ts'
import { createQueueVillage } from '../../../../test/queue-village.ts'
import { score } from '../../../../test/scoring-village.ts'
import { addPerson, call, VILLAGE, type TestPerson } from '../../../../test/server.ts'
import { announceQueue } from './announce-queue.ts'

const { test, village, judge, orderRuleId, turnOf, findings } = await createQueueVillage()
afterAll(() => test.close())

describe('the announcement of a queue', () => {
  it('waits for the close, and is made once, also of an offer that nobody claimed', async () => {
    const offerId = await publishedOffer(test, village, orderRuleId)
    const announce = () => announceQueue(queueParts(test), VILLAGE, offerId)
    await nextMorning(test)
    expect(await announce()).toBe(false)
    test.clock.set(new Date(`${test.clock.now().toISOString().slice(0, 10)}T09:01:00Z`))
    const made = await Promise.all([announce(), announce()])
    expect(made.filter(Boolean)).toHaveLength(1)
    expect(await announce()).toBe(false)
    expect(await announceQueue(queueParts(test), VILLAGE, test.server.newId())).toBe(false)
    const { rows } = await test.owner.query(
      "SELECT leaf FROM record WHERE kind = 'queue.announced'",
    )
    expect(rows.map(({ leaf }) => JSON.parse(String(leaf)).public.claims)).toEqual([0])
  })

  it('holds the honour of the period that the offer states, of its first day too', async () => {
    const [early, late] = [await addPerson(test), await addPerson(test)]
    await score(test, early, { itemRef: 'small-high', sourceKind: 'attendance' })
    await nextMorning(test)
    await score(test, late, { itemRef: 'small-low', sourceKind: 'attendance' })
    const honourSince = civilDay(test.clock.now())
    const offers = [
      await publishedOffer(test, village, orderRuleId, { honourSince }),
      await publishedOffer(test, village, orderRuleId),
    ]
    for (const offerId of offers)
      for (const person of [early, late]) await done(claim(test, person, offerId, 10_000))
    await drawTomorrow(test)
    const honours = offers.map(async (offerId) => {
      const { lines } = await done(call(test, judge, 'GET', `/api/offers/${offerId}/queue`))
      return [early, late].map(
        ({ householdId }) =>
          lines.find((one: { holderId: string }) => one.holderId === householdId).honourHundredths,
      )
    })
    expect(await Promise.all(honours)).toEqual([
      [0, 20],
      [50, 20],
    ])
    expect(await findings()).toEqual([])
  })

  it('holds every claim that was accepted, however it raced the close', async () => {
    const offerId = await publishedOffer(test, village, orderRuleId)
    const people: TestPerson[] = []
    for (let no = 0; no < 12; no += 1) people.push(await addPerson(test))
    await nextMorning(test)
    const close = new Date(`${test.clock.now().toISOString().slice(0, 10)}T09:00:00Z`)
    test.clock.set(new Date(close.getTime() - 1))
    const claimAll = (some: readonly TestPerson[]) =>
      some.map((person) => claim(test, person, offerId, 5_000))
    const early = claimAll(people.slice(0, 6))
    await early[0]
    // Some of them are on their way yet.
    test.clock.set(close)
    const closing = announceQueue(queueParts(test), VILLAGE, offerId)
    const late = claimAll(people.slice(6))
    expect(await closing).toBe(true)
    const statuses = (await Promise.all([...early, ...late])).map(({ statusCode }) => statusCode)
    await publishLog(test)
    await run(test)
    const inQueue = await Promise.all(
      people.map(async (one) => (await turnOf(one, offerId)) !== null),
    )
    expect(inQueue).toEqual(statuses.map((status) => status === 200))
    expect(statuses).toContain(200)
    expect(await findings()).toEqual([])
  })
})

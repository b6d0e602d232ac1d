import { afterAll, describe, expect, it } from 'vitest'
import {
  claim,
  nextMorning,
  publishedOffer,
  queueParts,
  run,
  publishLog,
} from '../../../../test/benefits-village.ts'
import { done } from '../../../../test/participation-village.ts'
import { createQueueVillage } from '../../../../test/queue-village.ts'
import { addPerson, VILLAGE } from '../../../../test/server.ts'
import { drawQueue } from './draw-queue.ts'

const { test, village, orderRuleId, turnOf, findings } = await createQueueVillage()
afterAll(() => test.close())

describe('the draw of a queue', () => {
  it('follows its announcement and the checkpoint that covers it, once', async () => {
    const offerId = await publishedOffer(test, village, orderRuleId)
    const people = [await addPerson(test), await addPerson(test)]
    for (const person of people) await done(claim(test, person, offerId, 10_000))
    const draw = (checkpoint = 'village\n1\nroot\n') =>
      drawQueue(queueParts(test), VILLAGE, offerId, checkpoint)
    expect(await draw()).toBe(false) // not announced
    await nextMorning(test)
    test.clock.set(new Date(`${test.clock.now().toISOString().slice(0, 10)}T09:01:00Z`))
    await run(test)
    await publishLog(test)
    await Promise.all([run(test), run(test)])
    expect(await draw('another\n1\nroot\n')).toBe(false)
    const { rows } = await test.owner.query("SELECT leaf FROM record WHERE kind = 'queue.drawn'")
    const [drawn] = rows.map(({ leaf }) => JSON.parse(String(leaf)).public)
    expect([rows.length, drawn.checkpoint.size > 1]).toEqual([1, true])
    const places = await Promise.all(people.map(async (one) => (await turnOf(one, offerId)).place))
    expect(places.toSorted((a, b) => a - b)).toEqual([1, 2])
    expect(await findings()).toEqual([])
  })
})

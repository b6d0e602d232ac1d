import { afterAll, expect, it } from 'vitest'
import {
  adoptedRule,
  answer,
  claim,
  drawTomorrow,
  nextMorning,
  offerOf,
  publishedOffer,
  publishLog,
  queueParts,
} from '../../../../test/benefits-village.ts'
import { done } from '../../../../test/participation-village.ts'
import { createQueueVillage } from '../../../../test/queue-village.ts'
import { addPerson, call, VILLAGE } from '../../../../test/server.ts'
import type { Act } from '../../record/index.ts'
import { runQueues } from './run-queues.ts'

const { test, village, judge, orderRuleId, drawnQueue, turnOf, dispute, decide } =
  await createQueueVillage()
afterAll(() => test.close())

/** The commands that one minute of the job makes. */
const minute = async (): Promise<string[]> => {
  const names: string[] = []
  const act: Act = (command, action) => {
    names.push(command.name)
    return test.server.act(command, action)
  }
  await runQueues({ ...queueParts(test), act }, VILLAGE)
  return names
}

it('an idle minute makes no command; what is due is done, whatever it is', async () => {
  expect(await minute()).toEqual([])
  const offerId = await publishedOffer(test, village, orderRuleId)
  const people = [await addPerson(test), await addPerson(test), await addPerson(test)] as const
  for (const person of people) await done(claim(test, person, offerId, 50_000))
  expect(await minute()).toEqual([])
  await nextMorning(test)
  test.clock.set(new Date(`${test.clock.now().toISOString().slice(0, 10)}T09:01:00Z`))
  expect(await minute()).toEqual(['announce-queue'])
  expect(await minute()).toEqual([]) // no checkpoint covers it yet
  await publishLog(test)
  expect(await minute()).toEqual(['draw-queue'])
  expect(await minute()).toEqual([])
  const called = (await turnOf(people[0], offerId)).state === 'called' ? people[0] : people[1]
  await nextMorning(test, 3)
  expect(await minute()).toEqual([])
  await nextMorning(test)
  expect(await minute()).toEqual(['lapse-turns'])
  expect(await minute()).toEqual([])
  expect(await turnOf(called, offerId)).not.toMatchObject({ state: 'called' })
  for (const person of people)
    if ((await turnOf(person, offerId)).state === 'called')
      await done(answer(test, person, offerId, 0))
  await nextMorning(test, 3)
  expect(await minute()).toEqual([])
  await nextMorning(test)
  expect(await minute()).toEqual(['settle-queue', 'settle-kept-share'])
  expect(await offerOf(test, called, offerId)).toMatchObject({ state: 'settled' })
  expect(await minute()).toEqual([])
})

it('a disputed turn rests, and who has left is passed over in the next minute', async () => {
  const { offerId, first, second, third } = await drawnQueue()
  const { objectionId } = await done(dispute(third, offerId, 1))
  await done(answer(test, second, offerId, 50_000))
  await nextMorning(test, 8)
  expect(await minute()).toEqual([])
  await test.owner.query('UPDATE household SET joined_at = NULL WHERE household_id = $1', [
    first.householdId,
  ])
  await done(decide(judge, objectionId, 'dismissed'))
  expect(await minute()).toEqual(['lapse-turns'])
  expect(await turnOf(third, offerId)).toMatchObject({ state: 'called' })
  await done(answer(test, third, offerId, 50_000))
})

it('the kept share lapses and is summed up in its time', async () => {
  const rule = await adoptedRule(test, village, { floorPermille: 500 })
  const person = await addPerson(test)
  const protect = { householdId: person.householdId, resolvedOn: '2026-03-01' }
  await done(call(test, judge, 'POST', '/api/protected-households', protect))
  const offerId = await publishedOffer(test, village, rule)
  const other = await addPerson(test)
  for (const one of [person, other]) await done(claim(test, one, offerId, 50_000))
  await drawTomorrow(test)
  for (const one of [person, other])
    if ((await turnOf(one, offerId)).state === 'called')
      await done(answer(test, one, offerId, 25_000))
  await nextMorning(test, 9)
  const steps = [await minute(), await minute()]
  expect(steps.flat()).toContain('settle-kept-share')
  await nextMorning(test, 4)
  await minute()
  expect(await minute()).toEqual([])
  const queue = await done(call(test, judge, 'GET', `/api/offers/${offerId}/queue`))
  expect(queue).toMatchObject({ state: 'settled', keptTakenQuantity: 0 })
})

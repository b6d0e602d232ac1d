import { afterAll, expect, it } from 'vitest'
import { nextMorning, queueParts } from '../../../../test/benefits-village.ts'
import { done } from '../../../../test/participation-village.ts'
import { createQueueVillage } from '../../../../test/queue-village.ts'
import { addPerson, call, VILLAGE, type TestPerson } from '../../../../test/server.ts'
import { escalateTurnObjections } from './escalate-turn-objections.ts'

const { test, judge, drawnQueue, dispute, decide } = await createQueueVillage()
for (let others = 0; others < 2; others += 1) await addPerson(test, { roles: ['committee'] })
const supervisor = await addPerson(test, { roles: ['supervisor'] })
const officer = await addPerson(test, { roles: ['town_officer'] })
afterAll(() => test.close())

const escalate = () => escalateTurnObjections(queueParts(test), VILLAGE)
const overdueOf = async (person: TestPerson) => {
  const { items } = await done(call(test, person, 'GET', '/api/me/messages'))
  return items.filter(({ kind }: { kind: string }) => kind === 'turn.overdue').length as number
}

it('tells the overseers once of a disputed turn whose last day is over', async () => {
  const { offerId, third } = await drawnQueue()
  await done(dispute(third, offerId, 1))
  expect(await escalate()).toBe(0)
  await nextMorning(test, 12)
  const found = await Promise.all([escalate(), escalate()])
  expect(found.toSorted((a, b) => a - b)).toEqual([0, 1])
  for (const overseer of [supervisor, officer]) expect(await overdueOf(overseer)).toBe(1)
  expect(await overdueOf(judge)).toBe(0)
  const { rows } = await test.owner.query("SELECT FROM record WHERE kind = 'turn.overdue'")
  expect(rows).toHaveLength(1)
})

it('leaves what was decided in time', async () => {
  const { offerId, third } = await drawnQueue()
  const { objectionId } = await done(dispute(third, offerId, 1))
  await done(decide(judge, objectionId, 'dismissed'))
  await nextMorning(test, 12)
  expect(await escalate()).toBe(0)
})

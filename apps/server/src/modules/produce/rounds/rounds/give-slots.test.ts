import { afterAll, beforeAll, expect, it } from 'vitest'
import { answer, claim, drawTomorrow } from '../../../../../test/benefits-village.ts'
import { done } from '../../../../../test/participation-village.ts'
import { RoundVillage } from '../../../../../test/round-village.ts'
import { addPerson, call, type TestPerson } from '../../../../../test/server.ts'

let village: RoundVillage
const people: TestPerson[] = []
beforeAll(async () => {
  village = await RoundVillage.create()
  await village.opened({ wantedGrams: 1_000_000, mostGrams: 20_000, minutesEach: 30 })
  await village.publish()
  for (let at = 0; at < 40; at += 1) people.push(await addPerson(village.test))
  for (const person of people) await done(claim(village.test, person, village.roundId, 20_000))
  await drawTomorrow(village.test)
}, 120_000)
afterAll(() => village.test.close())

const slots = async () =>
  (
    await done(
      call(village.test, village.weigher, 'GET', `/api/rounds/${village.roundId}/slots?limit=100`),
    )
  ).items

it('waits until who was called has answered, and then follows the queue', async () => {
  const { test, roundId } = village
  const late = people.slice(0, 2)
  for (const person of people.slice(2)) await done(answer(test, person, roundId, 20_000))
  await village.giveSlots()
  expect(await slots()).toEqual([])
  test.clock.set(new Date(village.beginsAt.getTime() - 12 * 3_600_000))
  await village.giveSlots()
  const given = await slots()
  expect(given).toHaveLength(38)
  expect(given.map(({ place }: { place: number }) => place)).toEqual(
    given.map((_: never, at: number) => at + 1),
  )
  // Eight half hours: who finds none left shares the last.
  const times = new Set(given.map(({ comesAt }: { comesAt: string }) => comesAt))
  expect(times.size).toBe(8)
  await done(answer(test, late[0]!, roundId, 20_000))
  await village.giveSlots()
  await village.giveSlots()
  expect((await slots()).at(-1)).toMatchObject({ place: 39, householdId: late[0]!.householdId })
}, 60_000)

it('tells each the time and the place', async () => {
  const { items } = await done(call(village.test, people[5]!, 'GET', '/api/me/messages'))
  expect(items.map(({ kind }: { kind: string }) => kind)).toContain('round.slot')
})

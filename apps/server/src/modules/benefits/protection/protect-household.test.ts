import { afterAll, describe, expect, it } from 'vitest'
import {
  adoptedRule,
  answer,
  claim,
  drawTomorrow,
  nextMorning,
  offerOf,
  publishedOffer,
  run,
} from '../../../../test/benefits-village.ts'
import { outcomesOf, sentTwice } from '../../../../test/once-per-key.ts'
import { done, refused } from '../../../../test/participation-village.ts'
import { score } from '../../../../test/scoring-village.ts'
import { createQueueVillage } from '../../../../test/queue-village.ts'
import {
  addPerson,
  call,
  OTHER_VILLAGE,
  VILLAGE,
  type TestPerson,
} from '../../../../test/server.ts'

const { test, village, judge, turnOf, findings } = await createQueueVillage()
afterAll(() => test.close())

const first = await addPerson(test, { roles: ['committee'] })
const second = await addPerson(test)
const third = await addPerson(test)
await score(test, first, { itemRef: 'small-high', sourceKind: 'attendance' })
await score(test, second, { itemRef: 'small-low', sourceKind: 'attendance' })
const protect = (who: TestPerson | null, householdId: string, key?: string, on = '2026-03-01') => {
  const body = { householdId, resolvedOn: on }
  const url = '/api/protected-households'
  return call(test, who, 'POST', url, body, key === undefined ? {} : { key })
}

/** What the log tells of records of these kinds, the oldest first. */
async function toldOf(...kinds: readonly string[]): Promise<object[]> {
  const { rows } = await test.owner.query<{ leaf: string }>(
    `SELECT convert_from(leaf, 'UTF8') AS leaf FROM record WHERE kind = ANY($1) ORDER BY record_id`,
    [kinds],
  )
  return rows.map(({ leaf }) => JSON.parse(leaf).public)
}

describe('the share that is kept', () => {
  it('goes to protected households after all turns, and nothing public tells to whom', async () => {
    const orderRuleId = await adoptedRule(test, village, { floorPermille: 200 })
    expect(await refused(protect(first, first.householdId))).toBe('403 own_household_protected')
    await done(protect(judge, third.householdId))
    expect(await refused(protect(judge, third.householdId))).toBe('409 already_protected')
    const offerId = await publishedOffer(test, village, orderRuleId)
    for (const person of [first, second, third]) await done(claim(test, person, offerId, 40_000))
    await drawTomorrow(test)
    for (const person of [first, second]) await done(answer(test, person, offerId, 40_000))
    expect(await turnOf(third, offerId)).toMatchObject({ state: 'waiting', quantity: 0 })
    await nextMorning(test, 4)
    await run(test)
    const own = await offerOf(test, third, offerId)
    expect(own).toMatchObject({ state: 'settled', kept: { quantity: 20_000, state: 'called' } })
    const queue = `/api/villages/${VILLAGE}/offers/${offerId}/queue`
    const told = () => done(call(test, null, 'GET', queue))
    const records = async () =>
      (await test.owner.query('SELECT count(*)::int AS n FROM record')).rows[0].n
    const [before, recordsBefore] = [await told(), await records()]
    await done(answer(test, third, offerId, 15_000))
    expect(await told()).toEqual(before)
    expect(await records()).toBe(recordsBefore)
    await run(test)
    expect(await told()).toMatchObject({ floorQuantity: 20_000, keptTakenQuantity: 15_000 })
    expect(await toldOf('protection.granted', 'kept-share.settled')).toEqual([
      {},
      { offer: expect.any(String), keptQuantity: 20_000, takenQuantity: 15_000 },
    ])
    // As many sealed parts as there were claimants: one for each protected household would count them.
    const { rows } = await test.owner.query(
      `SELECT jsonb_array_length(convert_from(leaf, 'UTF8')::jsonb -> 'commitments') AS parts
         FROM record WHERE kind = 'kept-share.settled'`,
    )
    expect(rows).toEqual([{ parts: 3 }])
    expect(await findings()).toEqual([])
    const end = `/api/protected-households/${third.householdId}/end`
    await done(call(test, judge, 'POST', end))
    expect(await refused(call(test, judge, 'POST', end))).toBe('404 not_protected')
  })
})

describe('who is protected', () => {
  it('changes no answer to anybody before the kept share is given, but for the committee’s list', async () => {
    const supervisor = await addPerson(test, { roles: ['supervisor'] })
    await done(protect(judge, third.householdId))
    const orderRuleId = await adoptedRule(test, village, { floorPermille: 200 })
    const offerId = await publishedOffer(test, village, orderRuleId)
    for (const person of [second, third]) await done(claim(test, person, offerId, 40_000))
    await drawTomorrow(test)
    const own = ['offers', `offers/${offerId}`, 'me/home', 'me/messages', 'me/data']
    const published = [`villages/${VILLAGE}/offers`, `villages/${VILLAGE}/offers/${offerId}/queue`]
    const desk = ['offer-desk', `offers/${offerId}/queue`, 'workbench/inbox']
    const seen = () =>
      Promise.all(
        [
          ...published.map((path) => [null, path] as const),
          ...[second, third].flatMap((person) => own.map((path) => [person, path] as const)),
          ...[judge, supervisor].flatMap((person) => desk.map((path) => [person, path] as const)),
        ].map(async ([person, path]) => [
          path,
          await done(call(test, person, 'GET', `/api/${path}`)),
        ]),
      )
    const before = await seen()
    await test.owner.query('UPDATE offer_turn SET is_protected = NOT is_protected')
    await test.owner.query('DELETE FROM protected_household')
    expect(await seen()).toEqual(before)
    for (const person of [second, third, supervisor])
      expect(await refused(call(test, person, 'GET', '/api/protected-households'))).toBe(
        '403 role_required',
      )
  })
})

describe('the protection of a household', () => {
  it('is entered and ended by the committee, once for one key, and in the log without its name', async () => {
    const { householdId, ...person } = await addPerson(test)
    expect(await refused(protect(null, householdId))).toBe('401 not_signed_in')
    expect(await refused(protect({ householdId, ...person }, householdId))).toBe(
      '403 role_required',
    )
    expect(await refused(protect(judge, householdId, undefined, '2030-01-01'))).toBe(
      '400 vote_in_future',
    )
    const foreign = await addPerson(test, { villageId: OTHER_VILLAGE })
    expect(await refused(protect(judge, foreign.householdId))).toBe('404 unknown_household')
    await sentTwice(test, (key) => protect(judge, householdId, key))
    const end = (who: TestPerson, key?: string) => {
      const url = `/api/protected-households/${householdId}/end`
      return call(test, who, 'POST', url, undefined, key === undefined ? {} : { key })
    }
    await sentTwice(test, (key) => end(judge, key))
    const told = await toldOf('protection.granted', 'protection.ended')
    expect(told.length).toBeGreaterThan(1)
    for (const one of told) expect(one).toEqual({})
  })

  it('is entered once, where two enter it at one moment', async () => {
    const { householdId } = await addPerson(test)
    const both = [judge, first].map((who) => protect(who, householdId))
    expect(await outcomesOf(both)).toEqual(['already_protected', 'done'])
  })
})

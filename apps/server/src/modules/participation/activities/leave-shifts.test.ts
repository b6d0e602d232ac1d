import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '../../../platform/actor.ts'
import type { EventType } from '../../../platform/events.ts'
import {
  addSubject,
  adoptGardenSheet,
  approvedActivity,
  cast,
  done,
  hoursOn,
} from '../../../../test/participation-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import { householdLeft, personErased } from '../../community/index.ts'

let test: TestServer
beforeAll(async () => {
  test = await createTestServer()
  await adoptGardenSheet(test)
})
afterAll(() => test.close())

let told = 0
function tell<Payload>(event: EventType<Payload>, payload: Payload): Promise<null> {
  told += 1
  const command = { name: 'tell', actor: systemActor(VILLAGE), key: `tell-${told}`, input: {} }
  return test.server.act(command, async (tx) => {
    await tx.publish(event, payload)
    return null
  })
}

/** A shift of one place: `holder` has it, `waiting` is next. */
async function shiftHeldBy(holder: TestPerson, waiting: TestPerson): Promise<string> {
  const { leader, committee } = await cast(test, 0)
  const { shiftIds } = await approvedActivity(test, leader, committee, {
    shifts: [{ startsAt: hoursOn(24), endsAt: hoursOn(27), quota: 1 }],
  })
  const [shiftId = ''] = shiftIds
  for (const person of [holder, waiting])
    await done(call(test, person, 'POST', `/api/shifts/${shiftId}/sign-up`))
  return shiftId
}

async function holders(shiftId: string): Promise<string[]> {
  const { rows } = await test.owner.query(
    `SELECT person_id FROM sign_up WHERE shift_id = $1 AND state = 'confirmed'`,
    [shiftId],
  )
  return rows.map(({ person_id }) => person_id)
}

describe('when people leave', () => {
  it('a household’s places in shifts to come go to whoever waits', async () => {
    const [holder, waiting] = [await addPerson(test), await addPerson(test)]
    const shiftId = await shiftHeldBy(holder, waiting)
    await tell(householdLeft, { householdId: waiting.householdId })
    expect(await holders(shiftId)).toEqual([holder.personId])
    const next = await addPerson(test)
    await done(call(test, next, 'POST', `/api/shifts/${shiftId}/sign-up`))
    await tell(householdLeft, { householdId: holder.householdId })
    expect(await holders(shiftId)).toEqual([next.personId])
  })

  it('the places of who died, moved away or moved in with who has not joined go to whoever waits', async () => {
    const [holder, waiting] = [await addPerson(test), await addPerson(test)]
    const { committee } = await cast(test, 0)
    const shiftId = await shiftHeldBy(holder, waiting)
    const second = await addPerson(test, { roles: ['operator'] })
    const confirm = (who: TestPerson, removal: string, toHouseholdId: string | null) =>
      done(
        call(test, second, 'POST', `/api/people/${who.personId}/removal/confirm`, {
          removal,
          toHouseholdId,
        }),
      )
    const body = { removal: 'moved_away', reason: '户口迁出' }
    await done(call(test, committee, 'POST', `/api/people/${holder.personId}/removal`, body))
    await confirm(holder, 'moved_away', null)
    expect(await holders(shiftId)).toEqual([waiting.personId])
    const place = { householdId: (await addPerson(test, { joined: false })).householdId }
    const move = { place, reason: '分家' }
    await done(call(test, committee, 'POST', `/api/people/${waiting.personId}/move`, move))
    await confirm(waiting, 'moved_in', place.householdId)
    expect(await holders(shiftId)).toEqual([])
  })

  it('an erased person’s words go, the stars and everybody else’s words stay', async () => {
    const plot = await addSubject(test)
    const [gone, stays] = [await addPerson(test), await addPerson(test)]
    const shiftId = await shiftHeldBy(gone, stays)
    for (const person of [gone, stays])
      await done(
        call(test, person, 'POST', '/api/ratings', {
          plateCode: plot.code,
          stars: 4,
          words: person.name,
        }),
      )
    await tell(personErased, { personId: gone.personId, keptFileIds: new Set() })
    const page = await done(call(test, stays, 'GET', `/api/plates/${plot.code}`))
    expect(page.stars.count).toBe(2)
    const words = page.recent.map((rating: { words: string | null }) => rating.words)
    expect(words).toContain(stays.name)
    expect(words).toContain(null)
    expect(await holders(shiftId)).toEqual([stays.personId])
  })
})

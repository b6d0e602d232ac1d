import { afterAll, describe, expect, it } from 'vitest'
import { createConsentVillage } from '../../../../test/consent-village.ts'
import { outcomesOf, sentTwice } from '../../../../test/once-per-key.ts'
import { addPerson, call, OTHER_VILLAGE, type TestPerson } from '../../../../test/server.ts'
import { actorOf } from '../../../../test/scoring-village.ts'
import { seededRandomness } from '../../../../test/randomness.ts'
import { EventBus } from '../../../platform/events.ts'
import { createAct, type Tx } from '../../record/index.ts'
import { householdJoined, householdLeft } from '../events.ts'
import { decideConsent } from './decide-consent.ts'

const { test, committee, villager, decide, ownRecords } = await createConsentVillage()
afterAll(() => test.close())

/** The command path with listeners of the test's own. */
function actWith(events: EventBus<Tx>) {
  const randomness = seededRandomness('consent act')
  const { database, clock } = test
  const { newId, keyring } = test.server
  return createAct({ database, clock, newId, keys: { keyring, randomness }, events })
}

describe('consent', () => {
  it('is the household’s own, to give and to withdraw, with its history', async () => {
    const person = await addPerson(test, { joined: false })
    const { householdId } = person
    const join = { decision: 'join' }
    const joined = await sentTwice(test, (key) => decide(person, householdId, join, key))
    expect(joined.json()).toMatchObject({ joined: true })
    expect((await decide(person, householdId, join)).json().code).toBe('already_joined')
    const leave = { decision: 'leave' }
    expect((await decide(person, householdId, leave)).json()).toEqual({
      joined: false,
      takesEffectAt: null,
    })
    expect((await decide(person, householdId, leave)).json().code).toBe('not_joined')
    const view = await call(test, committee, 'GET', `/api/roster/households/${householdId}`)
    expect(view.json()).toMatchObject({
      joined: false,
      consents: [
        { decision: 'leave', givenByName: person.name, recordedByName: person.name },
        { decision: 'join', givenByName: person.name },
      ],
    })
    const kinds = (await ownRecords(person)).map(({ kind }) => kind)
    expect(kinds).toEqual(['household.left', 'household.joined'])
  })

  it('is given once, where two of a household join at one moment', async () => {
    const person = await addPerson(test, { joined: false })
    const { householdId } = person
    const wife = await addPerson(test, { householdId })
    const both = [person, wife].map((who) => decide(who, householdId, { decision: 'join' }))
    expect(await outcomesOf(both)).toEqual(['already_joined', 'done'])
  })

  it('may be entered on paper’s behalf by the committee or the leader of the group', async () => {
    const member = await addPerson(test, { joined: false, groupNo: 2 })
    const leader = await addPerson(test, { roles: ['group_leader'], groupNo: 2 })
    const otherLeader = await addPerson(test, { roles: ['group_leader'], groupNo: 1 })
    const body = { decision: 'join', givenByPersonId: member.personId }
    const codeOf = async (who: TestPerson | null, sent: object = body) =>
      (await decide(who, member.householdId, sent)).json().code
    expect(await codeOf(null)).toBe('not_signed_in')
    expect(await codeOf(villager)).toBe('consent_not_yours')
    expect(await codeOf(otherLeader)).toBe('consent_not_yours')
    expect(await codeOf(leader, { decision: 'join' })).toBe('consent_giver_missing')
    const stranger = { decision: 'join', givenByPersonId: villager.personId }
    expect(await codeOf(leader, stranger)).toBe('consent_giver_elsewhere')
    expect(await codeOf(leader, { decision: 'perhaps' })).toBe('invalid_request')
    expect((await decide(leader, member.householdId, body)).json()).toMatchObject({ joined: true })
    const messages = (await call(test, member, 'GET', '/api/me/messages')).json().items
    expect(messages).toMatchObject([{ kind: 'consent.entered_for_you' }])
    expect(await codeOf(committee)).toBe('already_joined')
  })

  it('of another village’s household is nobody’s here', async () => {
    const elsewhere = await addPerson(test, { villageId: OTHER_VILLAGE, joined: false })
    const answer = await decide(committee, elsewhere.householdId, { decision: 'join' })
    expect(answer.json()).toMatchObject({ code: 'unknown_household', status: 404 })
  })

  it('is told to the other modules inside the same transaction', async () => {
    const told: string[] = []
    const events = new EventBus<Tx>()
    events.on(householdJoined, async (_, { householdId }) => void told.push(`+${householdId}`))
    events.on(householdLeft, async (_, { householdId }) => void told.push(`-${householdId}`))
    const person = await addPerson(test, { joined: false })
    const { householdId } = person
    const parts = { act: actWith(events), secrets: test.server.secrets }
    await decideConsent(parts, actorOf(person), 'consent-told-1', { householdId, decision: 'join' })
    await decideConsent(parts, actorOf(person), 'consent-told-2', {
      householdId,
      decision: 'leave',
    })
    expect(told).toEqual([`+${person.householdId}`, `-${person.householdId}`])
  })
})

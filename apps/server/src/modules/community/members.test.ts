import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addPerson,
  call,
  createTestServer,
  OTHER_VILLAGE,
  TEST_START,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../test/server.ts'
import { Keyring } from '../../platform/keyring.ts'
import { seededRandomness } from '../../../test/randomness.ts'
import type { Actor } from '../../platform/actor.ts'
import { EventBus } from '../../platform/events.ts'
import { createAct, readOwnRecords, type Tx } from '../record/index.ts'
import { decideConsent } from './consent/decide-consent.ts'
import { householdJoined, householdLeft } from './events.ts'

const keyring = new Keyring(Buffer.alloc(32, 7), seededRandomness('members'))
const NOBODY = '00000000-0000-7000-8000-000000000000'

let test: TestServer
let committee: TestPerson
let operator: TestPerson
let villager: TestPerson
beforeAll(async () => {
  test = await createTestServer()
  committee = await addPerson(test, { name: '陈秀芳', roles: ['committee'] })
  operator = await addPerson(test, { roles: ['operator'] })
  villager = await addPerson(test, { name: '张三' })
})
afterAll(() => test.close())

/** The command path with listeners of the test's own. */
function actWith(events: EventBus<Tx>) {
  const randomness = seededRandomness('members act')
  const { database, clock } = test
  const { newId } = test.server
  return createAct({ database, clock, newId, keys: { keyring, randomness }, events })
}

function actorOf({ villageId, personId, householdId }: TestPerson): Actor {
  return { villageId, personId, householdId, roles: new Set(['villager']), leadsGroupNo: null }
}

const recordsOf = (personId: string) =>
  test.database.inVillage(VILLAGE, (db) =>
    readOwnRecords(db, keyring, VILLAGE, personId, { beforeRecordId: null, limit: 50 }),
  )

describe('roles', () => {
  const grant = (who: TestPerson | null, body: unknown) =>
    call(test, who, 'POST', '/api/roles/grant', body)
  const revoke = (who: TestPerson | null, body: unknown) =>
    call(test, who, 'POST', '/api/roles/revoke', body)

  it('are given by those whose they are to give', async () => {
    const { personId } = await addPerson(test)
    const given = async (who: TestPerson | null, role: string, groupNo?: number) =>
      (await grant(who, { personId, role, groupNo })).statusCode
    expect(await given(null, 'technician')).toBe(401)
    expect(await given(villager, 'technician')).toBe(403)
    expect(await given(committee, 'supervisor')).toBe(403)
    expect(await given(committee, 'committee')).toBe(403)
    expect(await given(operator, 'group_leader', 1)).toBe(403)
    expect(await given(committee, 'technician')).toBe(200)
    expect(await given(committee, 'group_leader', 2)).toBe(200)
    expect(await given(operator, 'auditor')).toBe(200)
    const mayGive = async (who: TestPerson) =>
      (await call(test, who, 'GET', '/api/roles')).json().mayGive as string[]
    expect(await mayGive(committee)).toEqual(['group_leader', 'technician'])
    expect(await mayGive(operator)).toContain('supervisor')
    expect(await mayGive(operator)).not.toContain('group_leader')
    const roles = (await call(test, committee, 'GET', '/api/roles')).json().items
    const held = roles.filter((row: { personId: string }) => row.personId === personId)
    expect(held).toMatchObject([
      { role: 'auditor', groupNo: null, grantedAt: TEST_START.toISOString() },
      { role: 'group_leader', groupNo: 2 },
      { role: 'technician' },
    ])
  })

  it('are nobody else’s to give', async () => {
    const supervisor = await addPerson(test, { roles: ['supervisor', 'auditor'] })
    const answer = (await call(test, supervisor, 'GET', '/api/roles')).json()
    expect(answer.mayGive).toEqual([])
  })

  it('take effect at once and end at once', async () => {
    const person = await addPerson(test)
    const isStaff = async () => (await call(test, person, 'GET', '/api/roles')).statusCode === 200
    expect(await isStaff()).toBe(false)
    await grant(committee, { personId: person.personId, role: 'technician' })
    expect(await isStaff()).toBe(true)
    await revoke(committee, { personId: person.personId, role: 'technician' })
    expect(await isStaff()).toBe(false)
  })

  it('are never given to oneself, twice, to nobody or to someone of another village', async () => {
    const codeOf = async (body: object) => (await grant(operator, body)).json().code
    expect(await codeOf({ personId: operator.personId, role: 'committee' })).toBe('role_to_oneself')
    const { personId } = await addPerson(test)
    await grant(operator, { personId, role: 'auditor' })
    expect(await codeOf({ personId, role: 'auditor' })).toBe('role_already_held')
    expect(await codeOf({ personId: NOBODY, role: 'auditor' })).toBe('unknown_person')
    const elsewhere = await addPerson(test, { villageId: OTHER_VILLAGE })
    expect(await codeOf({ personId: elsewhere.personId, role: 'auditor' })).toBe('unknown_person')
    expect(await codeOf({ personId, role: 'villager' })).toBe('invalid_request')
    expect(await codeOf({ personId, role: 'emperor' })).toBe('invalid_request')
  })

  it('need the group that a leader leads', async () => {
    const { personId } = await addPerson(test)
    const codeOf = async (groupNo?: number) =>
      (await grant(committee, { personId, role: 'group_leader', groupNo })).json().code
    expect(await codeOf()).toBe('unknown_group')
    expect(await codeOf(77)).toBe('unknown_group')
    expect(await codeOf(1)).toBeUndefined()
    expect(await codeOf(2)).toBeUndefined()
    const { rows } = await test.owner.query(
      'SELECT group_no FROM role_grant WHERE person_id = $1',
      [personId],
    )
    expect(rows).toEqual([{ group_no: 2 }])
  })

  it('keep supervisors apart from the committee and its households (Organic Law art. 32)', async () => {
    const codeOf = async (personId: string, role: string) =>
      (await grant(operator, { personId, role })).json().code
    const kin = await addPerson(test, { householdId: committee.householdId })
    expect(await codeOf(committee.personId, 'supervisor')).toBe('supervisor_of_own_committee')
    expect(await codeOf(kin.personId, 'supervisor')).toBe('supervisor_related_to_committee')
    const supervisor = await addPerson(test, { roles: ['supervisor'] })
    const spouse = await addPerson(test, { householdId: supervisor.householdId })
    expect(await codeOf(supervisor.personId, 'committee')).toBe('supervisor_of_own_committee')
    expect(await codeOf(spouse.personId, 'committee')).toBe('supervisor_related_to_committee')
    const answer = await grant(operator, { personId: kin.personId, role: 'supervisor' })
    expect(answer.json().detail).toContain('第三十二条')
  })

  it('may be laid down, but the last of the committee and the last operator stay', async () => {
    const technician = await addPerson(test, { roles: ['technician'] })
    const own = { personId: technician.personId, role: 'technician' }
    expect((await revoke(technician, own)).statusCode).toBe(200)
    expect((await revoke(committee, own)).json().code).toBe('role_not_held')
    const last = { personId: operator.personId, role: 'operator' }
    expect((await revoke(operator, last)).json().code).toBe('last_of_role')
    const second = await addPerson(test, { roles: ['operator'] })
    expect((await revoke(second, { ...last, personId: second.personId })).statusCode).toBe(200)
    expect((await revoke(villager, last)).statusCode).toBe(403)
    expect((await revoke(committee, last)).json().code).toBe('role_not_yours_to_give')
  })

  it('tell the person, and the record under the person’s key', async () => {
    const person = await addPerson(test)
    await grant(committee, { personId: person.personId, role: 'group_leader', groupNo: 1 })
    const messages = (await call(test, person, 'GET', '/api/me/messages')).json().items
    expect(messages).toMatchObject([
      { kind: 'role.granted', params: { role: 'group_leader', groupNo: 1 }, readAt: null },
    ])
    const [record] = await recordsOf(person.personId)
    expect(record).toMatchObject({ kind: 'role.granted' })
    expect(JSON.parse(record?.leaf ?? '')).toMatchObject({ public: { role: 'group_leader' } })
    expect(record?.leaf).not.toContain(person.personId)
    expect(JSON.parse(record?.payload ?? '')).toMatchObject({ grantedBy: committee.personId })
  })
})

describe('consent', () => {
  const decide = (who: TestPerson | null, householdId: string, body: unknown, key?: string) =>
    call(test, who, 'POST', `/api/households/${householdId}/consent`, body, key ? { key } : {})

  it('is the household’s own, to give and to withdraw, with its history', async () => {
    const person = await addPerson(test, { joined: false })
    const { householdId } = person
    const join = { decision: 'join' }
    expect((await decide(person, householdId, join, 'join-once')).json()).toMatchObject({
      joined: true,
    })
    expect((await decide(person, householdId, join, 'join-once')).json()).toMatchObject({
      joined: true,
    })
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
    const kinds = (await recordsOf(person.personId)).map(({ kind }) => kind)
    expect(kinds).toEqual(['household.left', 'household.joined'])
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

describe('who has looked at my data', () => {
  it('is told with name and role', async () => {
    await test.owner.query(
      `INSERT INTO data_access (village_id, access_id, person_id, viewer_id, what, viewed_at)
       VALUES ($1, gen_random_uuid(), $2, $3, 'roster', $4)`,
      [villager.villageId, villager.personId, committee.personId, test.clock.now()],
    )
    const page = (await call(test, villager, 'GET', '/api/me/data-access')).json()
    expect(page.items).toEqual([
      {
        viewedAt: test.clock.now().toISOString(),
        viewerName: committee.name,
        viewerRole: 'committee',
        what: 'roster',
      },
    ])
    expect((await call(test, committee, 'GET', '/api/me/data-access')).json().items).toEqual([])
  })

  it('refuses a page mark of another list', async () => {
    const answer = await call(test, villager, 'GET', '/api/me/data-access?cursor=bm90LW91cnM')
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid_cursor'])
  })
})

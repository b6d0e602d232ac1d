import { afterAll, describe, expect, it } from 'vitest'
import { createDeskVillage } from '../../../../test/desk-village.ts'
import { outcomesOf, sentTwice } from '../../../../test/once-per-key.ts'
import { recordsOf } from '../../../../test/records-of.ts'
import {
  addPerson,
  call,
  OTHER_VILLAGE,
  TEST_START,
  type TestPerson,
} from '../../../../test/server.ts'

const { test, committee, operator, villager, post } = await createDeskVillage()
afterAll(() => test.close())

const NOBODY = '00000000-0000-7000-8000-000000000000'

const grant = (who: TestPerson | null, body: object, key?: string) =>
  post(who, '/api/roles/grant', body, key)

describe('roles', () => {
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

  it('tell the person, and the record under the person’s key', async () => {
    const person = await addPerson(test)
    await grant(committee, { personId: person.personId, role: 'group_leader', groupNo: 1 })
    const messages = (await call(test, person, 'GET', '/api/me/messages')).json().items
    expect(messages).toMatchObject([
      { kind: 'role.granted', params: { role: 'group_leader', groupNo: 1 }, readAt: null },
    ])
    const [record] = await recordsOf(test, person.personId)
    expect(record).toMatchObject({ kind: 'role.granted' })
    expect(JSON.parse(record?.leaf ?? '')).toMatchObject({ public: { role: 'group_leader' } })
    expect(record?.leaf).not.toContain(person.personId)
    expect(JSON.parse(record?.payload ?? '')).toMatchObject({ grantedBy: committee.personId })
  })

  it('are given once for one key, and once where two give the same at one moment', async () => {
    const { personId } = await addPerson(test)
    await sentTwice(test, (key) => grant(committee, { personId, role: 'technician' }, key))
    const supervisor = { personId: (await addPerson(test)).personId, role: 'supervisor' }
    const second = await addPerson(test, { roles: ['operator'] })
    const both = [operator, second].map((who) => grant(who, supervisor))
    expect(await outcomesOf(both)).toEqual(['done', 'role_already_held'])
  })
})

import { afterAll, describe, expect, it } from 'vitest'
import { createDeskVillage } from '../../../../test/desk-village.ts'
import { outcomesOf, sentTwice } from '../../../../test/once-per-key.ts'
import { addPerson, call, type TestPerson } from '../../../../test/server.ts'

const { test, committee, operator, villager, post, read } = await createDeskVillage()
afterAll(() => test.close())

const revoke = (who: TestPerson | null, body: object, key?: string) =>
  post(who, '/api/roles/revoke', body, key)

describe('roles', () => {
  it('take effect at once and end at once', async () => {
    const person = await addPerson(test)
    const isStaff = async () => (await call(test, person, 'GET', '/api/roles')).statusCode === 200
    expect(await isStaff()).toBe(false)
    await post(committee, '/api/roles/grant', { personId: person.personId, role: 'technician' })
    expect(await isStaff()).toBe(true)
    await revoke(committee, { personId: person.personId, role: 'technician' })
    expect(await isStaff()).toBe(false)
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

  it('are taken once for one key, by whoever may give them', async () => {
    const technician = await addPerson(test, { roles: ['technician'] })
    const role = { personId: technician.personId, role: 'technician' }
    expect((await revoke(null, role)).statusCode).toBe(401)
    expect((await revoke(villager, role)).json().code).toBe('role_required')
    await sentTwice(test, (key) => revoke(committee, role, key))
    expect((await read(technician, '/api/me/messages')).items).toMatchObject([
      { kind: 'role.revoked', params: { role: 'technician' } },
    ])
  })

  it('leave one operator, where the last two lay theirs down at one moment', async () => {
    const second = await addPerson(test, { roles: ['operator'] })
    const both = [operator, second].map((who) =>
      revoke(who, { personId: who.personId, role: 'operator' }),
    )
    expect(await outcomesOf(both)).toEqual(['done', 'last_of_role'])
  })
})

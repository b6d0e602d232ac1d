import { afterAll, describe, expect, it } from 'vitest'
import { codeOf, createDeskVillage } from '../../../../test/desk-village.ts'
import { outcomesOf } from '../../../../test/once-per-key.ts'
import { addPerson, call, type TestPerson } from '../../../../test/server.ts'

const { test, operator, post } = await createDeskVillage()
afterAll(() => test.close())

describe('erasing oneself', () => {
  it('stands alone when the person asks for it, signed in, office or not', async () => {
    const person = await addPerson(test, { name: '自己删', roles: ['technician'] })
    const eraseMyself = (who: TestPerson | null, name = who?.name ?? '') =>
      call(test, who, 'POST', '/api/me/erase', { name })
    expect((await eraseMyself(null)).statusCode).toBe(401)
    expect(await codeOf(eraseMyself(person, ''))).toBe('invalid_request')
    expect(await codeOf(eraseMyself(person, '别人'))).toBe('other_name')
    expect((await eraseMyself(person)).statusCode).toBe(200)
    const { rows } = await test.owner.query(
      'SELECT name, (SELECT count(*)::int FROM role_grant WHERE person_id = $1) AS roles FROM person WHERE person_id = $1',
      [person.personId],
    )
    expect(rows).toEqual([{ name: null, roles: 0 }])
    expect((await call(test, person, 'GET', '/api/me/messages')).statusCode).toBe(401)
    expect(await codeOf(eraseMyself(operator))).toBe('last_of_role')
    const records = await test.owner.query(
      "SELECT leaf FROM record WHERE kind = 'person.erased' ORDER BY record_id DESC LIMIT 1",
    )
    expect(JSON.parse(String(records.rows[0].leaf))).toMatchObject({ public: {}, commitments: [] })
  })

  it('happens once of two tries at one moment', async () => {
    const person = await addPerson(test)
    const erase = () => post(person, '/api/me/erase', { name: person.name })
    const outcomes = await outcomesOf([erase(), erase()])
    expect(outcomes).toContain('done')
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
  })
})

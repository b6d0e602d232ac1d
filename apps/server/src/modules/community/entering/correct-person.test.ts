import { afterAll, describe, expect, it } from 'vitest'
import { codeOf, createDeskVillage } from '../../../../test/desk-village.ts'
import { sentTwice } from '../../../../test/once-per-key.ts'
import { addPerson, OTHER_VILLAGE } from '../../../../test/server.ts'

const { test, committee, villager, change, messagesOf, ownRecords, personOf } =
  await createDeskVillage()
afterAll(() => test.close())

describe('correcting a person', () => {
  it('changes how they are written, tells them, and leaves what they sign in with', async () => {
    const person = await addPerson(test, { name: '高文芳' })
    const body = { name: '高文方', birthYear: 1958, reason: '名字写错' }
    expect((await change(committee, person.personId, 'correct', body)).statusCode).toBe(200)
    expect(await personOf(person.personId)).toMatchObject({ name: '高文方', birthYear: 1958 })
    expect(await messagesOf(person)).toMatchObject([
      {
        kind: 'person.corrected',
        params: { before: { name: '高文芳' }, after: { name: '高文方' }, reason: '名字写错' },
      },
    ])
    expect((await ownRecords(person))[0]).toMatchObject({ kind: 'person.corrected' })
    expect(await codeOf(change(committee, person.personId, 'correct', body))).toBe(
      'nothing_changed',
    )
    const withPhone = { ...body, name: '高文', phone: '19955500009' }
    await change(committee, person.personId, 'correct', withPhone)
    const { rows } = await test.owner.query('SELECT phone FROM person WHERE person_id = $1', [
      person.personId,
    ])
    expect(rows[0].phone).not.toBe('19955500009')
  })

  it('is refused for one’s own household and for who is not a keeper', async () => {
    const body = { name: '高文方', birthYear: null, reason: '名字写错' }
    const own = committee.personId
    expect(await codeOf(change(committee, own, 'correct', body))).toBe('own_household_entry')
    expect(await codeOf(change(villager, own, 'correct', body))).toBe('role_required')
    expect(await codeOf(change(null, own, 'correct', body))).toBe('not_signed_in')
    const elsewhere = await addPerson(test, { villageId: OTHER_VILLAGE })
    expect(await codeOf(change(committee, elsewhere.personId, 'correct', body))).toBe(
      'unknown_person',
    )
  })

  it('is done once for one key', async () => {
    const { personId } = await addPerson(test)
    const body = { name: '高一次', birthYear: null, reason: '名字写错' }
    await sentTwice(test, (key) => change(committee, personId, 'correct', body, key))
    expect(await personOf(personId)).toMatchObject({ name: '高一次' })
  })
})

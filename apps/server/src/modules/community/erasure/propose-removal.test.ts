import { afterAll, describe, expect, it } from 'vitest'
import { codeOf, createDeskVillage } from '../../../../test/desk-village.ts'
import { outcomesOf, sentTwice } from '../../../../test/once-per-key.ts'
import { addPerson, OTHER_VILLAGE } from '../../../../test/server.ts'

const { test, committee, second, operator, change, confirm, drop, messagesOf, propose, read } =
  await createDeskVillage()
afterAll(() => test.close())

describe('a removal that is proposed', () => {
  it('changes nothing yet; the person, their home and whoever may confirm it are told', async () => {
    const person = await addPerson(test, { name: '何在村' })
    const wife = await addPerson(test, { householdId: person.householdId })
    const { personId } = person
    const body = { removal: 'moved_away', reason: '本人书面申请' }
    await sentTwice(test, (key) => change(committee, personId, 'removal', body, key))
    expect(await messagesOf(person)).toMatchObject([
      { kind: 'removal.proposed', params: { removal: 'moved_away', reason: '本人书面申请' } },
    ])
    expect(await messagesOf(wife)).toMatchObject([
      { kind: 'removal.proposed_at_home', params: { removal: 'moved_away', name: '何×村' } },
    ])
    for (const who of [second, operator])
      expect((await messagesOf(who))[0]).toMatchObject({
        kind: 'removal.to_confirm',
        params: { personId },
      })
    const { items } = await read(operator, '/api/removals')
    expect(items).toMatchObject([{ personId, proposedByName: '陈秀芳', isOwn: false }])
    expect((await drop(committee, personId)).statusCode).toBe(200)
  })

  it('is for the offices, with a reason, and one at a time', async () => {
    const person = await addPerson(test)
    const { personId } = person
    expect(await codeOf(propose(null, personId, 'erased'))).toBe('not_signed_in')
    expect(await codeOf(propose(person, personId, 'erased'))).toBe('role_required')
    expect(await codeOf(propose(committee, personId, 'erased', ''))).toBe('invalid_request')
    const both = [propose(committee, personId, 'erased'), propose(second, personId, 'died')]
    expect(await outcomesOf(both)).toEqual(['done', 'removal_proposed'])
    const gone = await addPerson(test)
    await propose(committee, gone.personId, 'died')
    await confirm(second, gone.personId, 'died')
    expect(await codeOf(propose(committee, gone.personId, 'moved_away'))).toBe('person_departed')
  })

  it('of another village’s person, or of one’s own household, is nobody’s here', async () => {
    const elsewhere = await addPerson(test, { villageId: OTHER_VILLAGE })
    expect(await codeOf(propose(committee, elsewhere.personId, 'erased'))).toBe('unknown_person')
    expect(await codeOf(propose(committee, committee.personId, 'erased'))).toBe(
      'own_household_entry',
    )
    const kin = await addPerson(test, { householdId: committee.householdId })
    expect(await codeOf(propose(committee, kin.personId, 'died'))).toBe('own_household_entry')
  })
})

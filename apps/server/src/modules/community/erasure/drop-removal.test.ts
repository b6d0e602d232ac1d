import { afterAll, describe, expect, it } from 'vitest'
import { codeOf, createDeskVillage } from '../../../../test/desk-village.ts'
import { outcomesOf, sentTwice } from '../../../../test/once-per-key.ts'
import { addPerson } from '../../../../test/server.ts'

const { test, committee, second, operator, villager, confirm, drop, messagesOf, post, propose } =
  await createDeskVillage()
afterAll(() => test.close())

describe('a proposed removal', () => {
  it('is dropped by its proposer or by whoever could confirm it, by nobody concerned', async () => {
    const proposer = await addPerson(test, { roles: ['committee'] })
    const kin = await addPerson(test, { householdId: proposer.householdId, roles: ['committee'] })
    const person = await addPerson(test, { roles: ['committee'] })
    const ownKin = await addPerson(test, { householdId: person.householdId, roles: ['committee'] })
    const { personId } = person
    await propose(proposer, personId, 'moved_away')
    expect(await codeOf(drop(person, personId))).toBe('own_household_entry')
    expect(await codeOf(drop(ownKin, personId))).toBe('own_household_entry')
    expect(await codeOf(drop(kin, personId))).toBe('second_of_household')
    expect((await drop(proposer, personId)).statusCode).toBe(200)
    await propose(proposer, personId, 'moved_away')
    expect((await drop(second, personId)).statusCode).toBe(200)
  })

  it('ends without a trace on the person, who is told; a cadre’s proposal that a second one dropped is told too', async () => {
    const person = await addPerson(test)
    const { personId } = person
    await propose(committee, personId, 'erased')
    expect(await codeOf(drop(null, personId))).toBe('not_signed_in')
    expect(await codeOf(drop(villager, personId))).toBe('role_required')
    await sentTwice(test, (key) =>
      post(second, `/api/people/${personId}/removal/drop`, undefined, key),
    )
    expect(await codeOf(drop(second, personId))).toBe('no_removal_proposed')
    expect(await codeOf(confirm(second, personId, 'erased'))).toBe('no_removal_proposed')
    expect((await messagesOf(person))[0]).toMatchObject({ kind: 'removal.dropped' })
    expect((await messagesOf(committee))[0]).toMatchObject({ kind: 'removal.proposal_dropped' })
  })

  it('is dropped or done, never both, where two decide at one moment', async () => {
    const { personId } = await addPerson(test)
    await propose(committee, personId, 'moved_away')
    const both = [confirm(second, personId, 'moved_away'), drop(operator, personId)]
    expect(await outcomesOf(both)).toEqual(['done', 'no_removal_proposed'])
  })
})

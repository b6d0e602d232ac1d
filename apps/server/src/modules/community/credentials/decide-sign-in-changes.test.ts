import { afterAll, describe, expect, it } from 'vitest'
import { outcomesOf, sentTwice } from '../../../../test/once-per-key.ts'
import { addPerson, call, OTHER_VILLAGE } from '../../../../test/server.ts'
import { createSignInVillage } from '../../../../test/sign-in-village.ts'

const {
  test,
  cadre,
  supervisor,
  decide,
  importRows,
  leaves,
  me,
  messagesOf,
  nextPhone,
  post,
  propose,
  signIn,
  villager,
} = await createSignInVillage()
afterAll(() => test.close())

describe('two people of the offices', () => {
  it('change a telephone together; sessions and codes of both numbers end in every village', async () => {
    const { person, personId, phone } = await villager()
    const elsewhere = await addPerson(test, { villageId: OTHER_VILLAGE, roles: ['committee'] })
    await importRows(`1组,${phone}号,某人,${phone},\n`, elsewhere)
    const both = await signIn(phone)
    await post(both, '/api/session/village', { villageId: OTHER_VILLAGE })
    const open = 'SELECT count(*)::int AS n FROM session WHERE village_id = $1 AND phone_hash = $2'
    const hash = test.server.keyring.hashOf('phone', phone)
    expect((await test.owner.query(open, [OTHER_VILLAGE, hash])).rows).toEqual([{ n: 1 }])
    test.clock.advanceMinutes(2)
    await post(null, '/api/sign-in/code', { phone })
    const { code } = test.sentCodes.at(-1) ?? {}
    const to = nextPhone()
    const told = await propose(personId, { phone: to })
    const { changeId } = told.json()
    const kin = await addPerson(test, { roles: ['committee'], householdId: cadre.householdId })
    expect((await decide(kin, changeId)).json().code).toBe('second_of_household')
    const second = await addPerson(test, { roles: ['operator'] })
    expect((await decide(second, changeId)).json()).toMatchObject({ decided: 1, withoutPhone: 0 })
    expect((await decide(second, changeId)).json().code).toBe('unknown_sign_in_change')
    expect(await me(person)).toBeNull()
    expect((await test.owner.query(open, [OTHER_VILLAGE, hash])).rows).toEqual([{ n: 0 }])
    expect((await post(null, '/api/sign-in', { phone, code })).json().code).toBe('wrong_code')
    expect((await me(await signIn(to))).person.personId).toBe(personId)
    expect(await messagesOf(personId)).toEqual(['sign_in.change_proposed', 'sign_in.changed'])
    expect(await messagesOf(supervisor.personId)).toContain('sign_in.changes_made')
    const leaf = (await leaves('person.sign-in-changed')).at(-1) ?? ''
    expect(JSON.parse(leaf).public).toEqual({ what: ['phone'], by: 'two' })
    expect(leaf).not.toMatch(/13[89]\d{8}/)
  })

  it('tell the proposer what was turned down, and what made way for another', async () => {
    const { personId } = await villager()
    const proposer = await addPerson(test, { roles: ['committee'] })
    const other = await addPerson(test, { roles: ['operator'] })
    const first = (await propose(personId, { phone: nextPhone() }, proposer)).json()
    expect((await decide(other, first.changeId, 'declined')).json()).toMatchObject({
      decided: 1,
      withoutPhone: 0,
    })
    expect(await messagesOf(proposer.personId)).toEqual(['sign_in.proposal_declined'])
    await propose(personId, { phone: nextPhone() }, proposer)
    await propose(personId, { phone: nextPhone() }, other)
    expect((await messagesOf(proposer.personId)).at(-1)).toBe('sign_in.proposal_ended')
    expect(await messagesOf(other.personId)).toEqual([])
    const waiting = { removal: 'erased', reason: '本人申请' }
    await post(proposer, `/api/people/${personId}/removal`, waiting)
    await post(cadre, `/api/people/${personId}/removal/confirm`, { removal: 'erased' })
    expect(await messagesOf(other.personId)).toEqual([
      'removal.to_confirm',
      'sign_in.proposal_ended',
    ])
  })

  it('wait in the desk’s inbox for exactly those whom the list lets confirm', async () => {
    const { personId } = await villager()
    const proposer = await addPerson(test, { roles: ['committee'] })
    const kin = await addPerson(test, {
      householdId: proposer.householdId,
      roles: ['committee', 'operator'],
    })
    const other = await addPerson(test, { roles: ['operator'] })
    await propose(personId, { phone: nextPhone() }, proposer)
    for (const who of [proposer, kin, other, cadre, supervisor]) {
      const { items } = (await call(test, who, 'GET', '/api/sign-in-changes')).json()
      const mine = items.filter((one: { mayConfirm: boolean }) => one.mayConfirm).length
      const inbox = (await call(test, who, 'GET', '/api/workbench/inbox')).json().items
      const row = inbox.find((one: { kind: string }) => one.kind === 'sign_in_change')
      expect(row?.count ?? 0, who.name).toBe(mine)
      if (mine > 0) expect(row.dueAt, who.name).toBe(items[0].waitsUntil)
      expect(mine > 0, who.name).toBe(who === other || who === cadre)
    }
  })

  it('refuse a number that somebody came to have since it was proposed', async () => {
    const one = await villager()
    const to = nextPhone()
    const { changeId } = (await propose(one.personId, { phone: to })).json()
    await importRows(`1组,后${one.houseNo},后来人,${to},\n`)
    const second = await addPerson(test, { roles: ['operator'] })
    expect((await decide(second, changeId)).json().code).toBe('phone_held_by_other')
    expect((await me(one.person)).person.personId).toBe(one.personId)
  })

  it('decide once for one key, and once where two decide at one moment', async () => {
    const one = await villager()
    const second = await addPerson(test, { roles: ['operator'] })
    const third = await addPerson(test, { roles: ['committee'] })
    const first = (await propose(one.personId, { phone: nextPhone() })).json()
    const confirmed = { changeIds: [first.changeId], decision: 'confirmed' }
    await sentTwice(test, (key) => post(second, '/api/sign-in-changes/decide', confirmed, key))
    const { changeId } = (await propose(one.personId, { phone: nextPhone() })).json()
    const both = [decide(second, changeId), decide(third, changeId, 'declined')]
    expect(await outcomesOf(both)).toEqual(['done', 'unknown_sign_in_change'])
  })
})

import { afterAll, describe, expect, it } from 'vitest'
import { sentTwice } from '../../../../test/once-per-key.ts'
import { addPerson, call } from '../../../../test/server.ts'
import { createSignInVillage, identityNumber } from '../../../../test/sign-in-village.ts'
import { maskPhone } from '../sign-in/phone-number.ts'

const {
  test,
  cadre,
  supervisor,
  decide,
  grant,
  importRows,
  leaves,
  me,
  messagesOf,
  nextPhone,
  phoneOf,
  post,
  propose,
  signIn,
  villager,
  isKeptAs,
} = await createSignInVillage()
afterAll(() => test.close())

describe('a roster file', () => {
  it('gives nobody the office of somebody else: an own telephone beside the operator’s name only waits', async () => {
    const operator = await villager()
    await grant(operator.personId, 'operator')
    const own = nextPhone()
    const row = `1组,${operator.houseNo},${operator.name},${own},\n`
    const { preview, done } = await importRows(row)
    expect(preview.proposals).toMatchObject([{ name: operator.name, fields: [{ field: 'phone' }] }])
    expect(done).toMatchObject({ changed: 0, proposed: 1 })
    expect(await phoneOf(operator.personId)).toBe(operator.phone)
    expect(await me(await signIn(own))).toBeNull()
    expect((await me(operator.person)).roles).toContain('operator')
    expect(await messagesOf(operator.personId)).toContain('sign_in.change_proposed')
    const waiting = (await call(test, operator.person, 'GET', '/api/me/sign-in')).json().waiting
    expect(waiting).toMatchObject({ what: ['phone'] })
    const { changeId } = waiting
    expect((await decide(cadre, changeId)).json().code).toBe('second_own_proposal')
    expect((await decide(operator.person, changeId)).json().code).toBe('sign_in_change_for_oneself')
    const declined = await post(operator.person, '/api/me/sign-in/decline', { changeId })
    expect(declined.json()).toMatchObject({ decided: 1, supervisorsTold: 0 })
    expect(await phoneOf(operator.personId)).toBe(operator.phone)
    expect(await leaves('person.sign-in-change-declined')).toHaveLength(1)
  })

  it('does not rename an office holder by their telephone or identity number', async () => {
    const operator = await villager()
    await grant(operator.personId, 'operator')
    const byPhone = await importRows(`2组,冒1号,夺权人,${operator.phone},\n`)
    expect(byPhone.preview.conflicts).toMatchObject([{ kind: 'phone_of_another', cell: 'D2' }])
    expect(byPhone.done.code).toBe('roster_has_conflicts')
    await test.owner.query(
      'UPDATE person SET id_hash = NULL, id_last4 = NULL WHERE person_id = $1',
      [operator.personId],
    )
    const id = identityNumber(1)
    const known = await importRows(
      `1组,${operator.houseNo},${operator.name},${operator.phone},${id}\n`,
    )
    expect(known.done).toMatchObject({ proposed: 1 })
    const items = (await call(test, supervisor, 'GET', '/api/sign-in-changes')).json().items
    expect(items).toMatchObject([{ what: ['identity'], identity: { to: id.slice(-4) } }])
    const second = await addPerson(test, { roles: ['operator'] })
    expect((await decide(second, items[0].changeId)).json()).toMatchObject({
      decided: 1,
      withoutPhone: 0,
    })
    const byIdentity = await importRows(`2组,冒1号,夺权人,,${id}\n`)
    expect(byIdentity.preview.conflicts).toMatchObject([
      { kind: 'identity_of_office_holder', choices: ['typing_error', 'leave_out'] },
    ])
    const url = `/api/roster/import/${byIdentity.preview.importId}/answers`
    const answers = [
      { conflictId: byIdentity.preview.conflicts[0].conflictId, choice: 'same_person' },
    ]
    expect((await post(cadre, url, { answers })).json().code).toBe('unknown_conflict')
  })

  it('passes a number on only when a second person confirms, and ends what was opened with it', async () => {
    const before = await villager()
    const row = `3组,新${before.houseNo},赵新人,${before.phone},\n`
    const { done } = await importRows(row, cadre, 'number_passed_on')
    expect(done).toMatchObject({ newPeople: 1, proposed: 1 })
    expect((await me(before.person)).person.personId).toBe(before.personId)
    const { items } = (await call(test, supervisor, 'GET', '/api/sign-in-changes')).json()
    expect(items).toMatchObject([
      {
        name: '赵新人',
        passedOnFrom: before.name,
        phone: { from: '', to: maskPhone(before.phone) },
        mayConfirm: false,
      },
    ])
    const second = await addPerson(test, { roles: ['committee'] })
    const shown = (await call(test, second, 'GET', '/api/sign-in-changes')).json().items
    expect(shown).toMatchObject([{ phone: { to: before.phone }, mayConfirm: true }])
    await decide(second, items[0].changeId)
    expect(await me(before.person)).toBeNull()
    expect(await phoneOf(before.personId)).toBeNull()
    expect((await me(await signIn(before.phone))).person.name).toBe('赵新人')
    expect(await messagesOf(before.personId)).toContain('sign_in.number_passed_on')
  })

  it('takes a number called a typing error for nobody’s, and leaves out what it is told to', async () => {
    const before = await villager()
    const row = `3组,错${before.houseNo},钱错字,${before.phone},\n`
    const typo = await importRows(row, cadre, 'typing_error')
    expect(typo.done).toMatchObject({ newPeople: 1, proposed: 0 })
    const left = await importRows(`3组,漏1号,孙漏掉,${before.phone},\n`, cadre, 'leave_out')
    expect(left.done).toMatchObject({ newHouseholds: 0, newPeople: 0 })
    expect((await me(before.person)).person.personId).toBe(before.personId)
  })
})

describe('a proposed telephone', () => {
  it('waits, told to its person and the log; it is proposed once for one key', async () => {
    const { personId, phone } = await villager()
    const url = `/api/people/${personId}/sign-in-change`
    const body = { phone: nextPhone(), reason: '手机丢了' }
    await sentTwice(test, (key) => post(cadre, url, body, key))
    expect([await phoneOf(personId), await messagesOf(personId)]).toEqual([
      phone,
      ['sign_in.change_proposed'],
    ])
    const [leaf] = (await leaves('person.sign-in-change-proposed')).slice(-1)
    expect(JSON.parse(leaf ?? '').public).toEqual({ what: ['phone'], by: 'office' })
  })

  it('is for the committee and the operator to propose, for somebody of the village', async () => {
    const { person, personId } = await villager()
    const body = { phone: nextPhone() }
    for (const who of [person, supervisor])
      expect((await propose(personId, body, who)).json().code).toBe('role_required')
    const nobody = await propose('00000000-0000-7000-8000-000000000000', body)
    expect(nobody.json().code).toBe('unknown_person')
    expect((await propose(personId, { ...body, reason: '' })).json().code).toBe('invalid_request')
  })

  it('refuse what is no change, a number of another, and what is not theirs', async () => {
    const one = await villager()
    const other = await villager()
    const same = await propose(one.personId, { phone: one.phone })
    expect(same.json().code).toBe('sign_in_unchanged')
    const taken = await propose(one.personId, { phone: other.phone })
    expect(taken.json()).toMatchObject({ code: 'phone_held_by_other', status: 409 })
    expect(taken.json().detail).toContain(other.name)
    expect((await propose(one.personId, { phone: '12' })).json().code).toBe('bad_phone')
    const bad = await propose(one.personId, { identityNumber: '330199' })
    expect(bad.json().code).toBe('bad_identity_number')
    const { changeId } = (await propose(one.personId, { phone: nextPhone() })).json()
    const notYours = await post(other.person, '/api/me/sign-in/decline', { changeId })
    expect(notYours.json().code).toBe('sign_in_change_not_yours')
    const replaced = (await propose(one.personId, { phone: nextPhone() })).json()
    expect((await decide(supervisor, replaced.changeId)).json().code).toBe('role_required')
    const second = await addPerson(test, { roles: ['operator'] })
    expect((await decide(second, changeId)).json().code).toBe('unknown_sign_in_change')
    test.clock.advanceMinutes(14 * 24 * 60)
    expect((await decide(second, replaced.changeId)).json().code).toBe('unknown_sign_in_change')
  })

  it('keeps no telephone and no identity number of a proposal that can be guessed', async () => {
    const { personId } = await villager()
    const [phone, number] = [nextPhone(), identityNumber(77)]
    const body = { phone, identityNumber: number }
    const url = `/api/people/${personId}/sign-in-change`
    const key = 'proposal-once-1'
    const ask = (of: object) =>
      call(test, cadre, 'POST', url, { reason: '手机丢了', ...body, ...of }, { key })
    expect((await ask({})).statusCode).toBe(200)
    const input = {
      personId,
      takesNumber: false,
      reason: '手机丢了',
      phone,
      identityNumber: number,
    }
    expect(await isKeptAs('propose-sign-in-change', input)).toBe(false)
    expect((await ask({})).statusCode).toBe(200)
    expect((await ask({ phone: nextPhone() })).json().code).toBe('idempotency_key_reused')
  })
})

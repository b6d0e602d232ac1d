import type { Json } from '@azalea/records'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  addPerson,
  call,
  createTestServer,
  OTHER_VILLAGE,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import { upload } from '../../../../test/upload.ts'
import { canonicalBytes } from '../../record/index.ts'
import { identityCheckCharacter } from '../roster/identity-number.ts'
import { maskPhone } from '../sign-in/phone-number.ts'

let test: TestServer
let cadre: TestPerson
let supervisor: TestPerson
let victims = 0

beforeAll(async () => {
  test = await createTestServer()
  cadre = await addPerson(test, { roles: ['committee'] })
  supervisor = await addPerson(test, { roles: ['supervisor'] })
})
afterAll(() => test.close())
beforeEach(() => test.clock.advanceMinutes(61))

const HEADING = '组别,户号,姓名,手机号,身份证号\n'

async function importRows(rows: string, who: TestPerson = cadre, choice?: string) {
  const preview = await upload(test, who, '/api/roster/import/preview', Buffer.from(HEADING + rows))
  let answer = preview.json()
  const { importId } = answer
  if (choice !== undefined) {
    const answers = answer.conflicts.map((one: { conflictId: string }) => ({ ...one, choice }))
    const url = `/api/roster/import/${importId}/answers`
    answer = (await call(test, who, 'POST', url, { answers })).json()
  }
  const done = await call(test, who, 'POST', `/api/roster/import/${importId}/confirm`, {})
  return { preview: answer, done: done.json() }
}

const nextPhone = () => `1388000${String(++victims).padStart(4, '0')}`

/** Somebody of the roster who signs in with a telephone of their own. */
async function villager(who: TestPerson = cadre) {
  const phone = nextPhone()
  const name = `王${String.fromCodePoint(0x5000 + victims)}`
  const houseNo = `受${victims}号`
  await importRows(`1组,${houseNo},${name},${phone},\n`, who)
  const person = await signIn(phone)
  return { person, phone, name, houseNo, personId: (await me(person)).person.personId }
}

async function signIn(phone: string, before: TestPerson | null = null): Promise<TestPerson> {
  test.clock.advanceMinutes(2) // the last code was just sent
  await call(test, null, 'POST', '/api/sign-in/code', { phone })
  const code = test.sentCodes.findLast((sent) => sent.phone === phone)?.code ?? ''
  const answer = await call(test, before, 'POST', '/api/sign-in', { phone, code })
  const cookie = answer.cookies.find(({ name }) => name === 'azalea_session')
  return { ...cadre, cookie: `azalea_session=${cookie?.value ?? ''}` }
}

const me = async (who: TestPerson) => (await call(test, who, 'GET', '/api/session')).json().session
const post = (who: TestPerson | null, url: string, body: object) =>
  call(test, who, 'POST', url, body)
const grant = (personId: string, role: string) =>
  test.owner.query(
    'INSERT INTO role_grant (village_id, person_id, role, granted_at) VALUES ($1, $2, $3, $4)',
    [VILLAGE, personId, role, test.clock.now()],
  )
const propose = (personId: string, body: object, who: TestPerson = cadre) =>
  post(who, `/api/people/${personId}/sign-in-change`, { reason: '手机丢了', ...body })
const decide = (who: TestPerson, changeId: string, decision = 'confirmed') =>
  post(who, '/api/sign-in-changes/decide', { changeIds: [changeId], decision })
const phoneOf = async (personId: string) =>
  (await test.owner.query('SELECT phone FROM person WHERE person_id = $1', [personId])).rows[0]
    ?.phone
const messagesOf = async (personId: string) => {
  const sql = 'SELECT kind FROM message WHERE person_id = $1 ORDER BY sent_at, message_id'
  return (await test.owner.query(sql, [personId])).rows.map(({ kind }) => kind)
}
const leaves = async (kind: string) => {
  const sql = 'SELECT leaf FROM record WHERE kind = $1 ORDER BY recorded_at, record_id'
  const { rows } = await test.owner.query(sql, [kind])
  return rows.map(({ leaf }) => leaf.toString() as string)
}
const identityNumber = (order: number) => {
  const first17 = `33019919700101${String(order).padStart(3, '0')}`
  return first17 + identityCheckCharacter(first17)
}

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
    const row = `3组,新${victims}号,赵新人,${before.phone},\n`
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
    const row = `3组,错${victims}号,钱错字,${before.phone},\n`
    const typo = await importRows(row, cadre, 'typing_error')
    expect(typo.done).toMatchObject({ newPeople: 1, proposed: 0 })
    const left = await importRows(`3组,漏1号,孙漏掉,${before.phone},\n`, cadre, 'leave_out')
    expect(left.done).toMatchObject({ newHouseholds: 0, newPeople: 0 })
    expect((await me(before.person)).person.personId).toBe(before.personId)
  })
})

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

  it('refuse a number that somebody came to have since it was proposed', async () => {
    const one = await villager()
    const to = nextPhone()
    const { changeId } = (await propose(one.personId, { phone: to })).json()
    await importRows(`1组,后${victims}号,后来人,${to},\n`)
    const second = await addPerson(test, { roles: ['operator'] })
    expect((await decide(second, changeId)).json().code).toBe('phone_held_by_other')
    expect((await me(one.person)).person.personId).toBe(one.personId)
  })
})

/** Whether the kept request can be guessed by hashing the telephone or number in clear. */
const isKeptAs = async (name: string, input: Json) => {
  const request = canonicalBytes({ name, input })
  const hash = createHash('sha256').update(request).digest()
  const sql = 'SELECT FROM command WHERE request_hash = $1'
  return (await test.owner.query(sql, [hash])).rowCount !== 0
}

it('keeps no telephone and no identity number of a proposal that can be guessed', async () => {
  const { personId } = await villager()
  const [phone, number] = [nextPhone(), identityNumber(77)]
  const body = { phone, identityNumber: number }
  const url = `/api/people/${personId}/sign-in-change`
  const key = 'proposal-once-1'
  const ask = (of: object) =>
    call(test, cadre, 'POST', url, { reason: '手机丢了', ...body, ...of }, { key })
  expect((await ask({})).statusCode).toBe(200)
  const input = { personId, takesNumber: false, reason: '手机丢了', phone, identityNumber: number }
  expect(await isKeptAs('propose-sign-in-change', input)).toBe(false)
  expect((await ask({})).statusCode).toBe(200)
  expect((await ask({ phone: nextPhone() })).json().code).toBe('idempotency_key_reused')
})

describe('the person', () => {
  const codesFor = async (person: TestPerson, phone: string, to: string) => {
    await post(person, '/api/me/sign-in/codes', { phone: to })
    const codeOf = (number: string) =>
      test.sentCodes.findLast((sent) => sent.phone === number)?.code ?? ''
    return { oldCode: codeOf(phone), newCode: codeOf(to) }
  }

  it('changes the own telephone with the codes of the old and the new one', async () => {
    const { person, personId, phone } = await villager()
    test.clock.advanceMinutes(2)
    const to = nextPhone()
    const { oldCode, newCode } = await codesFor(person, phone, to)
    const url = '/api/me/sign-in/phone'
    const wrong = await post(person, url, { phone: to, oldCode: newCode, newCode })
    expect(wrong.json().code).toBe('wrong_old_code')
    const wrongNew = await post(person, url, { phone: to, oldCode, newCode: oldCode })
    expect(wrongNew.json().code).toBe('wrong_code')
    const done = await post(person, url, { phone: to, oldCode, newCode })
    expect([done.statusCode, await phoneOf(personId)]).toEqual([200, to])
    expect(await isKeptAs('change-own-phone', { phone: to })).toBe(false)
    expect(await me(person)).toBeNull()
    expect((await me(await signIn(to))).person.personId).toBe(personId)
    expect(await messagesOf(personId)).toEqual(['sign_in.changed'])
    const leaf = (await leaves('person.sign-in-changed')).at(-1) ?? ''
    expect(JSON.parse(leaf).public).toEqual({ what: ['phone'], by: 'person' })
  })

  it('sends no code to a new number beyond the limits of the old one, nor to many a day', async () => {
    const { person } = await villager()
    test.clock.advanceMinutes(2)
    const ask = async (to: string) =>
      (await post(person, '/api/me/sign-in/codes', { phone: to })).json().code ?? 'sent'
    const sentTo = (to: string) => test.sentCodes.filter(({ phone }) => phone === to).length
    const [first, second, third, fourth] = [nextPhone(), nextPhone(), nextPhone(), nextPhone()]
    expect(await ask(first)).toBe('sent')
    // The old number had its code just now.
    expect([await ask(second), sentTo(second)]).toEqual(['code_just_sent', 0])
    for (const [to, answer] of [
      [second, 'sent'],
      [third, 'sent'],
      [fourth, 'too_many_new_phones'],
      [first, 'sent'],
    ] as const) {
      test.clock.advanceMinutes(61)
      expect(await ask(to)).toBe(answer)
    }
    expect(sentTo(fourth)).toBe(0)
    test.clock.advanceMinutes(25 * 60)
    expect(await ask(fourth)).toBe('sent')
  })

  it('does not get a number that the roster has for somebody else, nor learns whose it is', async () => {
    const one = await villager()
    const other = await villager()
    test.clock.advanceMinutes(2)
    const codes = await codesFor(one.person, one.phone, other.phone)
    const asked = { phone: other.phone, ...codes }
    const answer = await post(one.person, '/api/me/sign-in/phone', asked)
    expect(answer.json()).toMatchObject({ code: 'own_phone_held_by_other', status: 409 })
    expect(answer.json().detail).not.toContain(other.name)
  })

  it('keeps an old session out of the village where the number came to be somebody new’s', async () => {
    const { person, phone } = await villager()
    const elsewhere = await addPerson(test, { villageId: OTHER_VILLAGE, roles: ['committee'] })
    await importRows(`2组,新来${victims}号,新来的,${phone},\n`, elsewhere)
    const other = { villageId: OTHER_VILLAGE }
    const refused = await post(person, '/api/session/village', other)
    expect(refused.json()).toMatchObject({ code: 'prove_number_again', status: 403 })
    test.clock.advanceMinutes(2)
    const proved = await signIn(phone)
    const entered = await post(proved, '/api/session/village', other)
    expect(entered.json()).toMatchObject({ person: { name: '新来的' } })
  })
})

import { afterAll, describe, expect, it } from 'vitest'
import { outcomesOf } from '../../../../test/once-per-key.ts'
import { addPerson, OTHER_VILLAGE, type TestPerson } from '../../../../test/server.ts'
import { createSignInVillage } from '../../../../test/sign-in-village.ts'

const {
  test,
  importRows,
  isKeptAs,
  leaves,
  me,
  messagesOf,
  nextPhone,
  phoneOf,
  post,
  signIn,
  villager,
} = await createSignInVillage()
afterAll(() => test.close())

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

  it('changes it once, where both codes are sent twice at one moment', async () => {
    const { person, personId, phone } = await villager()
    test.clock.advanceMinutes(2)
    const to = nextPhone()
    const codes = await codesFor(person, phone, to)
    const change = () => post(person, '/api/me/sign-in/phone', { phone: to, ...codes })
    const outcomes = await outcomesOf([change(), change()])
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
    expect([await phoneOf(personId), await messagesOf(personId)]).toEqual([to, ['sign_in.changed']])
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
    await importRows(`2组,新来${phone}号,新来的,${phone},\n`, elsewhere)
    const other = { villageId: OTHER_VILLAGE }
    const refused = await post(person, '/api/session/village', other)
    expect(refused.json()).toMatchObject({ code: 'prove_number_again', status: 403 })
    test.clock.advanceMinutes(2)
    const proved = await signIn(phone)
    const entered = await post(proved, '/api/session/village', other)
    expect(entered.json()).toMatchObject({ person: { name: '新来的' } })
  })
})

import { afterAll, describe, expect, it } from 'vitest'
import { codeOf, createDeskVillage } from '../../../../test/desk-village.ts'
import { outcomesOf, sentTwice } from '../../../../test/once-per-key.ts'
import { addPerson, call } from '../../../../test/server.ts'

const {
  test,
  committee,
  operator,
  villager,
  change,
  depart,
  enter,
  newcomer,
  messagesOf,
  ownRecords,
  personOf,
  phoneOf,
  post,
  signIn,
} = await createDeskVillage()
afterAll(() => test.close())

describe('somebody who died or moved away', () => {
  it('may come back, and signs in with their telephone as before', async () => {
    const person = await addPerson(test)
    const { personId } = person
    const back = () => change(committee, personId, 'return', { reason: '登记错了' })
    expect(await codeOf(back())).toBe('not_departed')
    const phone = await phoneOf(personId)
    await depart(personId, 'moved_away')
    expect((await back()).statusCode).toBe(200)
    expect(await personOf(personId)).toMatchObject({
      departedAs: null,
      phoneMasked: expect.stringContaining(phone.slice(-4)),
      isHead: true,
    })
    expect((await call(test, person, 'GET', '/api/me/messages')).statusCode).toBe(401)
    const again = { ...person, cookie: await signIn(phone) }
    expect((await messagesOf(again))[0]).toMatchObject({ kind: 'person.returned' })
    const record = (await ownRecords(again)).find(({ kind }) => kind === 'person.returned')
    expect(JSON.parse(record?.payload ?? '')).toMatchObject({ phone })
    expect(record?.leaf).not.toContain(phone)
  })

  it('come back to where others live, those are told, and the telephone waits for a second person', async () => {
    const person = await addPerson(test, { name: '何归来' })
    const { personId, householdId } = person
    const wife = await addPerson(test, { householdId, name: '吴留' })
    const phone = await phoneOf(personId)
    await depart(personId, 'moved_away')
    const back = await change(committee, personId, 'return', { reason: '登记错了' })
    expect(back.statusCode).toBe(200)
    expect((await messagesOf(wife))[0]).toMatchObject({
      kind: 'household.person_added',
      params: { name: '何×来', reason: '登记错了' },
    })
    expect(await personOf(personId)).toMatchObject({ departedAs: null, phoneMasked: null })
    const { items } = (await call(test, operator, 'GET', '/api/sign-in-changes')).json()
    expect(items.find((one: { personId: string }) => one.personId === personId)).toMatchObject({
      what: ['phone'],
      phone: { to: phone },
    })
  })

  it('may come back, without a telephone that somebody else has or that is long gone', async () => {
    const { personId } = await addPerson(test)
    const phone = await phoneOf(personId)
    const back = () => change(committee, personId, 'return', { reason: '登记错了' })
    await depart(personId, 'moved_away')
    const place = { groupNo: 1, houseNo: '0779' }
    const other = (await enter(committee, newcomer({ name: '何小雪', phone, place }))).json()
    expect((await back()).statusCode).toBe(200)
    expect(await personOf(personId)).toMatchObject({ departedAs: null, phoneMasked: null })
    expect(await phoneOf(other.personId)).toBe(phone)

    const late = await addPerson(test)
    await depart(late.personId, 'moved_away')
    const now = test.clock.now()
    test.clock.set(new Date(now.getTime() + 90 * 86_400_000))
    expect((await change(committee, late.personId, 'return', { reason: '迁回' })).statusCode).toBe(
      200,
    )
    expect(await personOf(late.personId)).toMatchObject({ phoneMasked: null })
    test.clock.set(now)
  })

  it('comes back for keepers of the roster only, and never into their own household', async () => {
    const { personId } = await addPerson(test)
    await depart(personId, 'died')
    const back = (who: Parameters<typeof post>[0], id = personId, reason = '登记错了') =>
      codeOf(change(who, id, 'return', { reason }))
    expect(await back(null)).toBe('not_signed_in')
    expect(await back(villager)).toBe('role_required')
    expect(await back(committee, personId, '')).toBe('invalid_request')
    const kin = await addPerson(test, { householdId: committee.householdId })
    expect(await back(committee, kin.personId)).toBe('own_household_entry')
  })

  it('comes back once for one key, and once of two keepers at one moment', async () => {
    const { personId } = await addPerson(test)
    await depart(personId, 'died')
    const back = (who = committee, key?: string) =>
      change(who, personId, 'return', { reason: '登记错了' }, key)
    await sentTwice(test, (key) => back(committee, key))
    await depart(personId, 'died')
    expect(await outcomesOf([back(committee), back(operator)])).toEqual(['done', 'not_departed'])
  })
})

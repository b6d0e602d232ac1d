import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addPerson,
  call,
  createTestServer,
  OTHER_VILLAGE,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import { identityCheckCharacter } from '../roster/identity-number.ts'

let test: TestServer
let committee: TestPerson
let operator: TestPerson
let villager: TestPerson
beforeAll(async () => {
  test = await createTestServer()
  committee = await addPerson(test, { name: '陈秀芳', roles: ['committee'] })
  operator = await addPerson(test, { roles: ['operator'] })
  villager = await addPerson(test)
})
afterAll(() => test.close())

const newcomer = (change: object = {}) => ({
  name: '何小满',
  phone: null,
  identityNumber: null,
  birthYear: 1990,
  place: { householdId: villager.householdId },
  reason: '新婚迁入',
  ...change,
})
const enter = (who: TestPerson | null, body: object) =>
  call(test, who, 'POST', '/api/roster/people', body)
const change = (who: TestPerson | null, personId: string, how: string, body: object) =>
  call(test, who, 'POST', `/api/people/${personId}/${how}`, body)
const codeOf = async (answer: ReturnType<typeof call>) => (await answer).json().code as unknown
const messagesOf = async (person: TestPerson) =>
  (await call(test, person, 'GET', '/api/me/messages')).json().items
const personOf = async (personId: string) =>
  (await call(test, committee, 'GET', `/api/roster/people/${personId}`)).json()
const phoneOf = async (personId: string) => {
  const { rows } = await test.owner.query('SELECT phone FROM person WHERE person_id = $1', [
    personId,
  ])
  return String(rows[0].phone)
}
const ownRecords = async (person: TestPerson) =>
  (await call(test, person, 'GET', '/api/me/data')).json().records as {
    kind: string
    leaf: string
    payload: string
  }[]

describe('entering a person', () => {
  it('puts them behind a door, able to sign in, told why', async () => {
    const phone = '19955500001'
    const place = { groupNo: 1, houseNo: '0776' }
    const answer = await enter(committee, newcomer({ phone: '+86 199-5550-0001', place }))
    const { personId, householdId } = answer.json()
    expect(await personOf(personId)).toMatchObject({
      name: '何小满',
      phoneMasked: '199****0001',
      birthYear: 1990,
      isHead: true,
      household: { householdId, groupNo: 1 },
    })
    await call(test, null, 'POST', '/api/sign-in/code', { phone })
    const code = test.sentCodes.at(-1)?.code
    const signedIn = await call(test, null, 'POST', '/api/sign-in', { phone, code })
    const session = signedIn.cookies.find(({ name }) => name === 'azalea_session')
    const cookie = `azalea_session=${session?.value}`
    const messages = await messagesOf({ ...villager, personId, cookie })
    expect(messages).toMatchObject([{ kind: 'person.entered', params: { reason: '新婚迁入' } }])
    const [record] = await ownRecords({ ...villager, personId, cookie })
    expect(record).toMatchObject({ kind: 'person.entered' })
    expect(JSON.parse(record?.leaf ?? '')).toMatchObject({ public: {} })
    expect(record?.leaf).not.toContain(phone)
    expect(JSON.parse(record?.payload ?? '')).toMatchObject({
      name: '何小满',
      reason: '新婚迁入',
      enteredBy: committee.personId,
    })
  })

  it('where people live tells those, and leaves what they sign in with to a second person', async () => {
    const { householdId, ...resident } = await addPerson(test, { name: '何大山' })
    const wife = await addPerson(test, { householdId, name: '林晚秋' })
    const seventeen = '33010919700101123'
    const identityNumber = `${seventeen}${identityCheckCharacter(seventeen)}`
    const phone = '19955500011'
    const body = newcomer({ name: '何冒名', phone, identityNumber, place: { householdId } })
    const { personId } = (await enter(committee, body)).json()
    expect(await personOf(personId)).toMatchObject({
      phoneMasked: null,
      idLast4: null,
      birthYear: 1970,
      household: { householdId },
    })
    for (const one of [{ householdId, ...resident }, wife])
      expect(await messagesOf(one)).toMatchObject([
        { kind: 'household.person_added', params: { name: '何×名', reason: '新婚迁入' } },
      ])
    await call(test, null, 'POST', '/api/sign-in/code', { phone })
    expect(test.sentCodes.filter((sent) => sent.phone === phone)).toEqual([])
    const { items } = (await call(test, operator, 'GET', '/api/sign-in-changes')).json()
    const change = items.find((one: { personId: string }) => one.personId === personId)
    expect(change).toMatchObject({ what: ['phone', 'identity'], phone: { from: '', to: phone } })
    const decide = { changeIds: [change.changeId], decision: 'confirmed' }
    const decided = (who: TestPerson) =>
      call(test, who, 'POST', '/api/sign-in-changes/decide', decide)
    expect(await codeOf(decided(committee))).toBe('second_own_proposal')
    expect((await decided(operator)).statusCode).toBe(200)
    expect(await personOf(personId)).toMatchObject({
      phoneMasked: '199****0011',
      idLast4: identityNumber.slice(-4),
    })
  })

  it('behind a new door makes a household that has not joined, headed by them', async () => {
    const place = { groupNo: 2, houseNo: '0777' }
    const { personId, householdId } = (await enter(operator, newcomer({ place }))).json()
    expect(await personOf(personId)).toMatchObject({
      isHead: true,
      household: { householdId, groupNo: 2, houseNo: '777号', joined: false },
    })
    expect(await codeOf(enter(committee, newcomer({ place })))).toBe('door_taken')
    const nowhere = { groupNo: 99, houseNo: '1' }
    expect(await codeOf(enter(committee, newcomer({ place: nowhere })))).toBe('unknown_group')
  })

  it('never makes two of one telephone, identity or name in a household', async () => {
    const seventeen = '33010919660606123'
    const identityNumber = `${seventeen}${identityCheckCharacter(seventeen)}`
    const first = await addPerson(test, { name: '甲甲' })
    const place = { groupNo: 1, houseNo: '0778' }
    const one = newcomer({
      name: '乙乙',
      phone: '19955500002',
      identityNumber,
      place,
    })
    const { personId } = (await enter(committee, one)).json()
    expect(await personOf(personId)).toMatchObject({
      birthYear: 1966,
      idLast4: identityNumber.slice(-4),
    })
    const elsewhere = { name: '丙丙', place: { householdId: villager.householdId } }
    const again = (part: object) => codeOf(enter(committee, newcomer({ ...elsewhere, ...part })))
    expect(await again({ phone: '199 5550 0002' })).toBe('phone_taken')
    expect(await again({ identityNumber })).toBe('identity_taken')
    expect(await again({ name: '甲甲', place: { householdId: first.householdId } })).toBe(
      'namesake_in_household',
    )
    expect(await again({ name: '12' })).toBe('bad_name')
    expect(await again({ phone: '12345' })).toBe('bad_phone')
    expect(await again({ identityNumber: '330109196606061230' })).toBe('bad_identity_number')
  })

  it('is for keepers of the roster, and not in their own household', async () => {
    expect(await codeOf(enter(null, newcomer()))).toBe('not_signed_in')
    expect(await codeOf(enter(villager, newcomer()))).toBe('role_required')
    expect(await codeOf(enter(committee, newcomer({ reason: ' ' })))).toBe('invalid_request')
    const own = { householdId: committee.householdId }
    expect(await codeOf(enter(committee, newcomer({ place: own })))).toBe('own_household_entry')
    const elsewhere = await addPerson(test, { villageId: OTHER_VILLAGE })
    const place = { householdId: elsewhere.householdId }
    expect(await codeOf(enter(committee, newcomer({ place })))).toBe('unknown_household')
  })
})

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
})

describe('the head of a household', () => {
  it('is named among its people; both are told', async () => {
    const head = await addPerson(test)
    const { householdId } = head
    const wife = await addPerson(test, { householdId, name: '林晚' })
    const name = (who: TestPerson | null, personId: string, household = householdId) =>
      call(test, who, 'POST', `/api/households/${household}/head`, { personId, reason: '家里商定' })
    expect(await codeOf(name(villager, wife.personId))).toBe('role_required')
    expect(await codeOf(name(committee, villager.personId))).toBe('head_elsewhere')
    expect(await codeOf(name(committee, head.personId))).toBe('already_head')
    expect((await name(committee, wife.personId)).statusCode).toBe(200)
    expect(await personOf(wife.personId)).toMatchObject({ isHead: true })
    expect((await messagesOf(wife))[0]).toMatchObject({ params: { isHead: true } })
    expect((await messagesOf(head))[0]).toMatchObject({ params: { isHead: false } })
    const own = committee.householdId
    expect(await codeOf(name(committee, committee.personId, own))).toBe('own_household_entry')
  })
})

describe('somebody who died or moved away', () => {
  const propose = (who: TestPerson, personId: string, removal: string) =>
    change(who, personId, 'removal', { removal, reason: '户口已迁出' })
  const depart = async (personId: string, removal: string) => {
    expect((await propose(committee, personId, removal)).statusCode).toBe(200)
    expect((await change(operator, personId, 'removal/confirm', { removal })).statusCode).toBe(200)
  }

  it('takes part no more, is counted no more, and their household keeps them on its page', async () => {
    const head = await addPerson(test)
    const { householdId } = head
    const wife = await addPerson(test, { householdId, name: '吴月' })
    await call(test, head, 'POST', '/api/me/name-publication', { publishes: true })
    const size = async () => (await call(test, null, 'GET', `/api/villages/${VILLAGE}`)).json()
    const before = await size()
    await depart(head.personId, 'died')
    expect(JSON.stringify(await size())).not.toBe(JSON.stringify(before))
    expect((await call(test, head, 'GET', '/api/me/messages')).statusCode).toBe(401)
    const url = `/api/roster/households/${householdId}`
    const view = (await call(test, committee, 'GET', url)).json()
    expect(view.headName).toBe('吴月')
    expect(view.people).toMatchObject([
      { name: head.name, departedAs: 'died', phoneMasked: null, isHead: false },
      { name: '吴月', departedAs: null, isHead: true },
    ])
    expect((await messagesOf(wife))[0]).toMatchObject({
      kind: 'person.departed',
      params: { as: 'died', reason: '户口已迁出' },
    })
    const own = (await call(test, wife, 'GET', '/api/me/household')).json()
    expect(own.people).toHaveLength(1)
    const found = await call(test, committee, 'GET', `/api/roster/people?q=${head.name}`)
    expect(found.json().items).toEqual([])
    const grant = { personId: head.personId, role: 'technician' }
    expect(await codeOf(call(test, committee, 'POST', '/api/roles/grant', grant))).toBe(
      'unknown_person',
    )
    const body = { name: '别名', birthYear: null, reason: '改' }
    expect(await codeOf(change(committee, head.personId, 'correct', body))).toBe('person_departed')
    expect(await codeOf(propose(committee, head.personId, 'moved_away'))).toBe('person_departed')
  })

  it('leaves the name free: a namesake is entered in the same household, and then alone bears it', async () => {
    const { householdId } = await addPerson(test)
    const gone = await addPerson(test, { householdId, name: '王小明' })
    const again = () => enter(committee, newcomer({ name: '王小明', place: { householdId } }))
    expect(await codeOf(again())).toBe('namesake_in_household')
    await depart(gone.personId, 'died')
    expect((await again()).statusCode).toBe(200)
    const back = change(committee, gone.personId, 'return', { reason: '登记错了' })
    expect(await codeOf(back)).toBe('namesake_in_household')
  })

  it('is not found on the roster’s list by name, where the household is found by the others', async () => {
    const { householdId } = await addPerson(test, { name: '欧阳在' })
    const gone = await addPerson(test, { householdId, name: '欧阳去' })
    await depart(gone.personId, 'moved_away')
    const found = async (name: string) =>
      (await call(test, committee, 'GET', `/api/roster/households?q=${name}`)).json().items
    expect(await found('欧阳去')).toEqual([])
    expect(await found('欧阳在')).toMatchObject([{ householdId, people: 1 }])
  })

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
    await call(test, null, 'POST', '/api/sign-in/code', { phone })
    const code = test.sentCodes.at(-1)?.code
    const signedIn = await call(test, null, 'POST', '/api/sign-in', { phone, code })
    const session = signedIn.cookies.find(({ name }) => name === 'azalea_session')
    const again = { ...person, cookie: `azalea_session=${session?.value}` }
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
})

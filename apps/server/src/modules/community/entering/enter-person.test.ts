import { afterAll, describe, expect, it } from 'vitest'
import { codeOf, createDeskVillage } from '../../../../test/desk-village.ts'
import { outcomesOf, sentTwice } from '../../../../test/once-per-key.ts'
import { addPerson, call, OTHER_VILLAGE, type TestPerson } from '../../../../test/server.ts'
import { identityCheckCharacter } from '../roster/identity-number.ts'

const {
  test,
  committee,
  operator,
  villager,
  enter,
  newcomer,
  messagesOf,
  ownRecords,
  personOf,
  signIn,
} = await createDeskVillage()
afterAll(() => test.close())

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
    const cookie = await signIn(phone)
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

  it('is done once for one key, and of two who send the same at one moment by one', async () => {
    const by = (houseNo: string) =>
      newcomer({ name: '何两次', phone: null, place: { groupNo: 1, houseNo } })
    const first = await sentTwice(test, (key) => enter(committee, by('0781'), key))
    expect(await personOf(first.json().personId)).toMatchObject({ name: '何两次', isHead: true })
    const other = enter(committee, by('0782'), 'entered-under-one-key')
    expect((await other).statusCode).toBe(200)
    const reused = enter(committee, by('0783'), 'entered-under-one-key')
    expect(await codeOf(reused)).toBe('idempotency_key_reused')
    const both = [committee, operator].map((who) => enter(who, by('0784')))
    expect(await outcomesOf(both)).toEqual(['done', 'door_taken'])
  })
})

import { afterAll, describe, expect, it } from 'vitest'
import { codeOf, createDeskVillage } from '../../../../test/desk-village.ts'
import { outcomesOf, sentTwice } from '../../../../test/once-per-key.ts'
import { addPerson, call, type TestPerson } from '../../../../test/server.ts'

const {
  test,
  committee,
  second,
  operator,
  villager,
  change,
  messagesOf,
  newcomer,
  personOf,
  enter: enterAny,
} = await createDeskVillage()
afterAll(() => test.close())

const at = (householdId: string, reason = '结婚') => ({ place: { householdId }, reason })
const move = (who: TestPerson | null, personId: string, body: object, key?: string) =>
  change(who, personId, 'move', body, key)
const confirm = (who: TestPerson, personId: string, toHouseholdId?: string) =>
  change(who, personId, 'removal/confirm', { removal: 'moved_in', toHouseholdId })
const enter = async (name: string, houseNo: string, phone: string | null) => {
  const entered = newcomer({ name, phone, place: { groupNo: 1, houseNo } })
  return (await enterAny(committee, entered)).json() as { personId: string; householdId: string }
}
const homeOf = async (personId: string) => (await personOf(personId)).household.householdId
const confirmed = async (personId: string, householdId: string) => {
  const moved = await move(committee, personId, at(householdId))
  expect(moved.json()).toEqual({ householdId, state: 'proposed' })
  expect((await confirm(second, personId, householdId)).statusCode).toBe(200)
}

describe('moving a person to where others live', () => {
  it('is not done by one cadre alone: who was let in by a new door does not reach a family', async () => {
    const { householdId, ...resident } = await addPerson(test, { name: '何大山' })
    const { personId } = await enter('何冒名', '0901', '19955510001')
    const answer = await move(committee, personId, at(householdId, '认亲'))
    expect(answer.json()).toEqual({ householdId, state: 'proposed' })
    expect(await homeOf(personId)).not.toBe(householdId)
    expect(await messagesOf({ householdId, ...resident })).toMatchObject([
      {
        kind: 'removal.proposed_at_home',
        params: { removal: 'moved_in', name: '何×名', reason: '认亲' },
      },
    ])
    expect((await messagesOf(second))[0]).toMatchObject({
      kind: 'removal.to_confirm',
      params: { removal: 'moved_in', personId },
    })
    expect(await codeOf(confirm(committee, personId, householdId))).toBe('second_own_proposal')
    // What was shown is what is confirmed.
    expect(await codeOf(confirm(second, personId))).toBe('no_removal_proposed')
    expect(await codeOf(confirm(second, personId, villager.householdId))).toBe(
      'no_removal_proposed',
    )
    const { items } = (await call(test, second, 'GET', '/api/removals')).json()
    expect(items).toMatchObject([{ personId, removal: 'moved_in', to: { householdId } }])
    expect((await confirm(second, personId, householdId)).statusCode).toBe(200)
    expect(await homeOf(personId)).toBe(householdId)
  })

  it('nor into a household that is empty now and has taken part, with what it earned', async () => {
    const gone = await addPerson(test)
    const { householdId, personId } = gone
    await call(test, gone, 'POST', `/api/households/${householdId}/consent`, { decision: 'leave' })
    const door = { place: { groupNo: 1, houseNo: '0902' }, reason: '搬家' }
    expect((await move(committee, personId, door)).json()).toMatchObject({ state: 'done' })
    const newcomer = {
      name: '何占家',
      phone: '19955510002',
      identityNumber: null,
      birthYear: 1990,
      ...at(householdId),
    }
    const entered = await call(test, committee, 'POST', '/api/roster/people', newcomer)
    expect(await personOf(entered.json().personId)).toMatchObject({ phoneMasked: null })
    const other = await enter('何再占', '0903', '19955510003')
    const again = await move(committee, other.personId, at(householdId))
    expect(again.json()).toMatchObject({ state: 'proposed' })
  })

  it('is confirmed by nobody of that household, nor while the proposal is another', async () => {
    const kin = await addPerson(test, { roles: ['committee'] })
    const { personId } = await addPerson(test)
    await move(committee, personId, at(kin.householdId))
    expect(await codeOf(confirm(kin, personId, kin.householdId))).toBe('own_household_entry')
    const url = `/api/people/${personId}/removal/drop`
    expect(await codeOf(call(test, kin, 'POST', url))).toBe('own_household_entry')
    expect(await codeOf(move(second, personId, at(villager.householdId)))).toBe('removal_proposed')
    expect((await call(test, second, 'POST', url)).statusCode).toBe(200)
    expect(await homeOf(personId)).not.toBe(kin.householdId)
  })

  it('ends what waited for their sign-in where they lived before', async () => {
    const { personId } = await addPerson(test)
    const change = { phone: '19955510004', takesNumber: false, reason: '换号' }
    await call(test, committee, 'POST', `/api/people/${personId}/sign-in-change`, change)
    const waits = async () => {
      const { items } = (await call(test, second, 'GET', '/api/sign-in-changes')).json()
      return items.some((one: { personId: string }) => one.personId === personId)
    }
    expect(await waits()).toBe(true)
    const { householdId } = await addPerson(test)
    await confirmed(personId, householdId)
    expect(await waits()).toBe(false)
  })

  it('is never to the office’s household, where nobody lives', async () => {
    const { householdId } = await addPerson(test)
    const office = 'UPDATE household SET is_office = true WHERE household_id = $1'
    await test.owner.query(office, [householdId])
    const { personId } = await addPerson(test)
    expect(await codeOf(move(committee, personId, at(householdId)))).toBe('office_is_no_home')
  })
})

describe('a person who is moved', () => {
  it('to another household gives the old one another head, and tells them', async () => {
    const head = await addPerson(test)
    const son = await addPerson(test, { householdId: head.householdId, name: '何子' })
    const other = await addPerson(test, { groupNo: 2 })
    const body = at(other.householdId, '分家')
    await move(committee, head.personId, body)
    expect((await confirm(second, head.personId, other.householdId)).statusCode).toBe(200)
    expect(await personOf(head.personId)).toMatchObject({
      isHead: false,
      household: { householdId: other.householdId, groupNo: 2 },
    })
    expect(await personOf(son.personId)).toMatchObject({ isHead: true })
    expect((await messagesOf(other))[0]).toMatchObject({
      kind: 'household.person_added',
      params: { reason: '分家' },
    })
    expect((await messagesOf(head))[0]).toMatchObject({
      kind: 'person.moved',
      params: { group: '第2组', reason: '分家' },
    })
    const { records } = (await call(test, head, 'GET', '/api/me/data')).json()
    const record = records.find(({ kind }: { kind: string }) => kind === 'person.moved')
    expect(JSON.parse(record.payload)).toMatchObject({
      movedBy: second.personId,
      proposedBy: committee.personId,
    })
    expect(await codeOf(move(committee, head.personId, body))).toBe('same_household')
    const session = (await call(test, head, 'GET', '/api/session')).json()
    expect(session.session.household.householdId).toBe(other.householdId)
  })

  it('is refused of who holds an office, who would bar others from judging, until it is laid down', async () => {
    const leader = await addPerson(test, { roles: ['group_leader'] })
    const home = at(villager.householdId)
    expect(await codeOf(move(committee, leader.personId, home))).toBe('office_holder_moves')
    expect(await codeOf(move(second, committee.personId, home))).toBe('office_holder_moves')
    expect(await personOf(leader.personId)).toMatchObject({
      household: { householdId: leader.householdId },
    })
    await test.owner.query('DELETE FROM role_grant WHERE person_id = $1', [leader.personId])
    expect((await move(committee, leader.personId, home)).statusCode).toBe(200)
    const grant = { personId: leader.personId, role: 'technician' }
    expect((await call(test, committee, 'POST', '/api/roles/grant', grant)).statusCode).toBe(200)
    const late = confirm(second, leader.personId, villager.householdId)
    expect(await codeOf(late)).toBe('office_holder_moves')
  })

  it('out of the office’s household never brings a supervisor under one roof with the committee', async () => {
    const supervisor = await addPerson(test, { roles: ['supervisor'] })
    await test.owner.query('UPDATE household SET is_office = true WHERE household_id = $1', [
      supervisor.householdId,
    ])
    const member = await addPerson(test, { roles: ['committee'] })
    await move(committee, supervisor.personId, at(member.householdId))
    expect(await codeOf(confirm(second, supervisor.personId, member.householdId))).toBe(
      'supervisor_related_to_committee',
    )
    expect(await personOf(supervisor.personId)).toMatchObject({
      household: { householdId: supervisor.householdId },
    })
    await call(test, committee, 'POST', `/api/people/${supervisor.personId}/removal/drop`)
    await confirmed(supervisor.personId, villager.householdId)
    const own = at(committee.householdId)
    expect(await codeOf(move(committee, villager.personId, own))).toBe('own_household_entry')
  })

  it('is moved by keepers of the roster, to a household of the village', async () => {
    const { personId } = await addPerson(test)
    const home = at(villager.householdId)
    expect(await codeOf(move(null, personId, home))).toBe('not_signed_in')
    expect(await codeOf(move(villager, personId, home))).toBe('role_required')
    expect(await codeOf(move(committee, personId, at(villager.householdId, '')))).toBe(
      'invalid_request',
    )
    expect(await codeOf(move(committee, personId, at(personId)))).toBe('unknown_household')
  })

  it('moves once for one key; of two proposals at one moment one waits', async () => {
    const { personId } = await addPerson(test)
    const door = { place: { groupNo: 2, houseNo: '0911' }, reason: '搬家' }
    const moved = await sentTwice(test, (key) => move(committee, personId, door, key))
    expect(moved.json()).toMatchObject({ state: 'done' })
    const both = [committee, operator].map((who) => move(who, personId, at(villager.householdId)))
    expect(await outcomesOf(both)).toEqual(['done', 'removal_proposed'])
  })
})

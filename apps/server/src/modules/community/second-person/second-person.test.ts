import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  addPerson,
  call,
  createTestServer,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'

let test: TestServer
let operator: TestPerson
let committee: TestPerson
let target: TestPerson
let phones = 0

beforeAll(async () => {
  test = await createTestServer()
  operator = await addPerson(test, { roles: ['operator'] })
  committee = await addPerson(test, { roles: ['committee'] })
})
afterAll(() => test.close())
beforeEach(async () => {
  test.clock.advanceMinutes(61)
  target = await addPerson(test)
})

const post = (who: TestPerson, url: string, body: object = {}) => call(test, who, 'POST', url, body)
const nextPhone = () => `1377000${String(++phones).padStart(4, '0')}`

/** Somebody whom one keeper enters alone, with a telephone that the keeper reads. */
async function invented(by: TestPerson, roles: readonly string[], giver = by): Promise<TestPerson> {
  const phone = nextPhone()
  const entry = {
    name: `张${String.fromCodePoint(0x5100 + phones)}`,
    phone,
    identityNumber: null,
    birthYear: null,
    place: { groupNo: 1, houseNo: `${7000 + phones}号` },
    reason: '新迁入',
  }
  const { personId, householdId } = (await post(by, '/api/roster/people', entry)).json()
  for (const role of roles)
    expect((await post(giver, '/api/roles/grant', { personId, role })).statusCode).toBe(200)
  test.clock.advanceMinutes(2)
  await call(test, null, 'POST', '/api/sign-in/code', { phone })
  const code = test.sentCodes.findLast((sent) => sent.phone === phone)?.code ?? ''
  const answer = await call(test, null, 'POST', '/api/sign-in', { phone, code })
  const cookie = answer.cookies.find(({ name }) => name === 'azalea_session')?.value ?? ''
  const name = entry.name
  return { villageId: VILLAGE, personId, householdId, name, cookie: `azalea_session=${cookie}` }
}

/** The acts that need two, each proposed anew for somebody of the village. */
const acts = {
  async signIn(proposer: TestPerson) {
    const url = `/api/people/${target.personId}/sign-in-change`
    const proposed = await post(proposer, url, { phone: nextPhone(), reason: '手机丢了' })
    const { changeId } = proposed.json()
    const decision = { changeIds: [changeId], decision: 'confirmed' }
    return (who: TestPerson) => post(who, '/api/sign-in-changes/decide', decision)
  },
  async removal(proposer: TestPerson) {
    const url = `/api/people/${target.personId}/removal`
    await post(proposer, url, { removal: 'erased', reason: '本人书面申请' })
    return (who: TestPerson) => post(who, `${url}/confirm`, { removal: 'erased' })
  },
}

const codeOf = async (answer: ReturnType<typeof call>) => (await answer).json().code as unknown
const grantedAgo = (personId: string, days: number) =>
  test.owner.query(
    `UPDATE role_grant SET granted_at = granted_at - ${days} * interval '1 day' WHERE person_id = $1`,
    [personId],
  )

describe.each(Object.entries(acts))('the second person of %s', (_, proposeBy) => {
  it('is nobody whom the proposer made: one person alone stays one', async () => {
    const puppet = await invented(operator, ['committee'])
    await grantedAgo(puppet.personId, 90)
    const own = await proposeBy(operator)
    expect(await codeOf(own(puppet))).toBe('second_of_own_making')
    expect((await own(committee)).statusCode).toBe(200)
  })

  it('is nobody who made the proposer, nor through somebody between', async () => {
    const puppet = await invented(operator, ['committee'])
    const between = await invented(operator, ['operator'])
    const third = await invented(between, ['committee'])
    await post(operator, '/api/roles/revoke', { personId: between.personId, role: 'operator' })
    for (const made of [puppet, third]) {
      target = await addPerson(test)
      expect(await codeOf((await proposeBy(made))(operator))).toBe('second_of_own_making')
      target = await addPerson(test)
      expect(await codeOf((await proposeBy(operator))(made))).toBe('second_of_own_making')
    }
  })

  it('is nobody whom the proposer’s household made', async () => {
    const kin = await addPerson(test, {
      householdId: operator.householdId,
      roles: ['committee'],
    })
    const made = await invented(operator, ['committee'])
    expect(await codeOf((await proposeBy(kin))(made))).toBe('second_of_own_making')
  })

  it('of two whom one person made counts once both are fourteen days in the open', async () => {
    const one = await invented(operator, ['committee'])
    const other = await invented(operator, ['committee'])
    expect(await codeOf((await proposeBy(one))(other))).toBe('second_from_one_hand')
    for (const { personId } of [one, other]) await grantedAgo(personId, 15)
    target = await addPerson(test)
    expect((await (await proposeBy(one))(other)).statusCode).toBe(200)
  })

  it('had the office before the proposal', async () => {
    const confirm = await proposeBy(committee)
    test.clock.advanceMinutes(1)
    const late = await invented(operator, ['committee'])
    expect(await codeOf(confirm(late))).toBe('second_office_too_new')
    target = await addPerson(test)
    expect((await (await proposeBy(committee))(late)).statusCode).toBe(200)
  })

  it('confirms nothing of a proposer who holds the office no more', async () => {
    const left = await invented(operator, ['committee'])
    const confirm = await proposeBy(left)
    await post(operator, '/api/roles/revoke', { personId: left.personId, role: 'committee' })
    expect(await codeOf(confirm(committee))).toBe('proposer_left_office')
    expect(await codeOf(confirm(operator))).toBe('proposer_left_office')
  })
})

describe('an office that confirms', () => {
  it('is given before the eyes of all who hold one', async () => {
    const supervisor = await addPerson(test, { roles: ['supervisor'] })
    const made = await invented(operator, ['committee'])
    const messages = async (who: TestPerson) =>
      (await call(test, who, 'GET', '/api/me/messages'))
        .json()
        .items.map(({ kind, params }: { kind: string; params: object }) => ({ kind, params }))
    const told = { kind: 'role.colleague_granted', params: { role: 'committee' } }
    for (const who of [supervisor, committee]) expect((await messages(who))[0]).toMatchObject(told)
    for (const who of [made])
      expect(await messages(who)).not.toContainEqual(expect.objectContaining({ kind: told.kind }))
  })

  it('of those who founded the village is nobody’s gift, and its office makes nobody kin', async () => {
    const founder = await addPerson(test, { roles: ['committee'] })
    const office = await addPerson(test, { householdId: founder.householdId, roles: ['operator'] })
    await test.owner.query('UPDATE household SET is_office = true WHERE household_id = $1', [
      founder.householdId,
    ])
    for (const proposeBy of Object.values(acts)) {
      target = await addPerson(test)
      expect((await (await proposeBy(founder))(office)).statusCode).toBe(200)
    }
  })
})

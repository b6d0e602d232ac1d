import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addPerson,
  call,
  createTestServer,
  type TestPerson,
  type TestServer,
  VILLAGE,
} from '../../../../test/server.ts'
import { settleLeaves } from './settle-leaves.ts'

const DAY_MILLISECONDS = 86_400_000

let test: TestServer
let committee: TestPerson
let second: TestPerson
beforeAll(async () => {
  test = await createTestServer()
  committee = await addPerson(test, { name: '陈秀芳', roles: ['committee'] })
  second = await addPerson(test, { name: '许国梁', roles: ['supervisor'] })
})
afterAll(() => test.close())

const enter = (who: TestPerson, giver: TestPerson, decision = 'leave') =>
  call(test, who, 'POST', `/api/households/${giver.householdId}/consent`, {
    decision,
    givenByPersonId: giver.personId,
  })
const decide = (who: TestPerson | null, { householdId }: TestPerson, how: 'confirm' | 'drop') =>
  call(test, who, 'POST', `/api/households/${householdId}/leave/${how}`)
const codeOf = async (answer: ReturnType<typeof call>) => (await answer).json().code as unknown
const viewOf = async (person: TestPerson) =>
  (await call(test, committee, 'GET', `/api/roster/households/${person.householdId}`)).json()
const kindsOf = async (person: TestPerson) =>
  ((await call(test, person, 'GET', '/api/me/messages')).json().items as { kind: string }[]).map(
    ({ kind }) => kind,
  )
const settle = () =>
  settleLeaves({ ...test.server, database: test.database, clock: test.clock }, VILLAGE)
const recordKindsOf = async (person: TestPerson) => {
  const { records } = (await call(test, person, 'GET', '/api/me/data')).json()
  return (records as { kind: string }[])
    .map(({ kind }) => kind)
    .filter((kind) => kind.startsWith('household.'))
}

describe('a household’s leaving that a cadre entered from paper', () => {
  it('waits seven days, in which everybody who lives there is told and nothing ends', async () => {
    const giver = await addPerson(test)
    const wife = await addPerson(test, { householdId: giver.householdId })
    const now = test.clock.now()
    const takesEffectAt = new Date(now.getTime() + 7 * DAY_MILLISECONDS).toISOString()
    expect((await enter(committee, giver)).json()).toEqual({ joined: true, takesEffectAt })
    expect(await codeOf(enter(committee, giver))).toBe('leave_entered')
    for (const one of [giver, wife]) expect(await kindsOf(one)).toEqual(['leave.entered'])
    expect(await kindsOf(second)).toEqual(['leave.to_confirm'])
    const own = (await call(test, wife, 'GET', '/api/me/household')).json()
    expect(own.leaving).toMatchObject({ takesEffectAt, recordedByName: '陈秀芳', mayDrop: true })
    test.clock.set(new Date(now.getTime() + 7 * DAY_MILLISECONDS - 1))
    await settle()
    expect((await viewOf(giver)).joined).toBe(true)
    test.clock.set(new Date(now.getTime() + 7 * DAY_MILLISECONDS))
    await settle()
    await settle()
    expect(await viewOf(giver)).toMatchObject({ joined: false, leaving: null })
    expect((await kindsOf(giver))[0]).toBe('consent.entered_for_you')
    expect(await recordKindsOf(giver)).toEqual(['household.left', 'household.leave-entered'])
    test.clock.set(now)
  })

  it('is turned down by anybody who lives there, and by nobody of another household', async () => {
    const giver = await addPerson(test)
    const wife = await addPerson(test, { householdId: giver.householdId })
    const stranger = await addPerson(test)
    await enter(committee, giver)
    expect(await codeOf(decide(null, giver, 'drop'))).toBe('not_signed_in')
    expect(await codeOf(decide(stranger, giver, 'drop'))).toBe('removal_not_yours')
    expect((await decide(wife, giver, 'drop')).statusCode).toBe(200)
    expect(await codeOf(decide(wife, giver, 'drop'))).toBe('no_leave_entered')
    expect(await viewOf(giver)).toMatchObject({ joined: true, leaving: null })
    expect((await kindsOf(committee))[0]).toBe('leave.dropped')
    expect((await kindsOf(giver))[0]).toBe('leave.dropped')
    expect(await recordKindsOf(giver)).toEqual([
      'household.leave-dropped',
      'household.leave-entered',
    ])
  })

  it('takes effect at once where a second person of another household confirms it', async () => {
    const giver = await addPerson(test)
    const kin = await addPerson(test, { householdId: committee.householdId, roles: ['operator'] })
    await enter(committee, giver)
    expect((await viewOf(giver)).leaving).toMatchObject({ mayConfirm: false, mayDrop: true })
    expect(await codeOf(decide(committee, giver, 'confirm'))).toBe('second_own_proposal')
    expect(await codeOf(decide(kin, giver, 'confirm'))).toBe('second_of_household')
    expect(await codeOf(decide(kin, giver, 'drop'))).toBe('second_of_household')
    expect(await codeOf(decide(giver, giver, 'confirm'))).toBe('role_required')
    expect((await decide(second, giver, 'confirm')).statusCode).toBe(200)
    expect(await viewOf(giver)).toMatchObject({ joined: false, leaving: null })
    expect(await codeOf(decide(second, giver, 'confirm'))).toBe('no_leave_entered')
  })

  it('is not needed where the household leaves by itself, and lapses with whoever gave it', async () => {
    const giver = await addPerson(test)
    await enter(committee, giver)
    const url = `/api/households/${giver.householdId}/consent`
    expect((await call(test, giver, 'POST', url, { decision: 'leave' })).statusCode).toBe(200)
    expect(await viewOf(giver)).toMatchObject({ joined: false, leaving: null })

    const gone = await addPerson(test)
    await addPerson(test, { householdId: gone.householdId })
    await enter(committee, gone)
    const departed =
      "UPDATE person SET departed_as = 'died', departed_at = now() WHERE person_id = $1"
    await test.owner.query(departed, [gone.personId])
    expect(await codeOf(decide(second, gone, 'confirm'))).toBe('no_leave_entered')
    const now = test.clock.now()
    test.clock.set(new Date(now.getTime() + 7 * DAY_MILLISECONDS))
    await settle()
    expect(await viewOf(gone)).toMatchObject({ joined: true, leaving: null })
    test.clock.set(now)
  })

  it('of two at one moment, one decides', async () => {
    const giver = await addPerson(test)
    await enter(committee, giver)
    const both = await Promise.all([decide(second, giver, 'confirm'), decide(giver, giver, 'drop')])
    const codes = both.map(({ statusCode }) => String(statusCode))
    expect(codes.toSorted()).toEqual(['200', '409'])
  })
})

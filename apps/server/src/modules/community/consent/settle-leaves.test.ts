import { afterAll, describe, expect, it } from 'vitest'
import { createConsentVillage } from '../../../../test/consent-village.ts'
import { codeOf } from '../../../../test/desk-village.ts'
import { addPerson } from '../../../../test/server.ts'

const {
  test,
  committee,
  second,
  decide,
  enterPaper,
  inSevenDays,
  kindsOf,
  onLeave,
  read,
  recordKindsOf,
  settle,
  viewOf,
} = await createConsentVillage()
afterAll(() => test.close())

describe('a household’s leaving that a cadre entered from paper', () => {
  it('waits seven days, in which everybody who lives there is told and nothing ends', async () => {
    const giver = await addPerson(test)
    const wife = await addPerson(test, { householdId: giver.householdId })
    const now = test.clock.now()
    const due = inSevenDays()
    const takesEffectAt = due.toISOString()
    expect((await enterPaper(committee, giver)).json()).toEqual({ joined: true, takesEffectAt })
    expect(await codeOf(enterPaper(committee, giver))).toBe('leave_entered')
    for (const one of [giver, wife]) expect(await kindsOf(one)).toEqual(['leave.entered'])
    expect(await kindsOf(second)).toEqual(['leave.to_confirm'])
    const own = await read(wife, '/api/me/household')
    expect(own.leaving).toMatchObject({ takesEffectAt, recordedByName: '陈秀芳', mayDrop: true })
    test.clock.set(new Date(due.getTime() - 1))
    await settle()
    expect((await viewOf(giver)).joined).toBe(true)
    test.clock.set(due)
    await settle()
    await settle()
    expect(await viewOf(giver)).toMatchObject({ joined: false, leaving: null })
    expect((await kindsOf(giver))[0]).toBe('consent.entered_for_you')
    expect(await recordKindsOf(giver)).toEqual(['household.left', 'household.leave-entered'])
    test.clock.set(now)
  })

  it('is not needed where the household leaves by itself, and lapses with whoever gave it', async () => {
    const giver = await addPerson(test)
    await enterPaper(committee, giver)
    const own = await decide(giver, giver.householdId, { decision: 'leave' })
    expect(own.statusCode).toBe(200)
    expect(await viewOf(giver)).toMatchObject({ joined: false, leaving: null })

    const gone = await addPerson(test)
    await addPerson(test, { householdId: gone.householdId })
    await enterPaper(committee, gone)
    const departed =
      "UPDATE person SET departed_as = 'died', departed_at = now() WHERE person_id = $1"
    await test.owner.query(departed, [gone.personId])
    expect(await codeOf(onLeave(second, gone, 'confirm'))).toBe('no_leave_entered')
    const now = test.clock.now()
    test.clock.set(inSevenDays())
    await settle()
    expect(await viewOf(gone)).toMatchObject({ joined: true, leaving: null })
    test.clock.set(now)
  })

  it('ends once, where the job runs twice at one moment and the household turns it down', async () => {
    const giver = await addPerson(test)
    await enterPaper(committee, giver)
    const now = test.clock.now()
    test.clock.set(inSevenDays())
    await Promise.all([settle(), settle(), onLeave(giver, giver, 'drop')])
    const ends = (await recordKindsOf(giver)).filter((kind) => kind !== 'household.leave-entered')
    expect(ends).toHaveLength(1)
    test.clock.set(now)
  })
})

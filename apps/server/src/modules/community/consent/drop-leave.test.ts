import { afterAll, describe, expect, it } from 'vitest'
import { createConsentVillage } from '../../../../test/consent-village.ts'
import { codeOf } from '../../../../test/desk-village.ts'
import { outcomesOf, sentTwice } from '../../../../test/once-per-key.ts'
import { addPerson } from '../../../../test/server.ts'

const { test, committee, second, enterPaper, kindsOf, onLeave, recordKindsOf, viewOf } =
  await createConsentVillage()
afterAll(() => test.close())

describe('a household’s leaving that a cadre entered from paper', () => {
  it('is turned down by anybody who lives there, and by nobody of another household', async () => {
    const giver = await addPerson(test)
    const wife = await addPerson(test, { householdId: giver.householdId })
    const stranger = await addPerson(test)
    await enterPaper(committee, giver)
    expect(await codeOf(onLeave(null, giver, 'drop'))).toBe('not_signed_in')
    expect(await codeOf(onLeave(stranger, giver, 'drop'))).toBe('removal_not_yours')
    expect((await onLeave(wife, giver, 'drop')).statusCode).toBe(200)
    expect(await codeOf(onLeave(wife, giver, 'drop'))).toBe('no_leave_entered')
    expect(await viewOf(giver)).toMatchObject({ joined: true, leaving: null })
    expect((await kindsOf(committee))[0]).toBe('leave.dropped')
    expect((await kindsOf(giver))[0]).toBe('leave.dropped')
    expect(await recordKindsOf(giver)).toEqual([
      'household.leave-dropped',
      'household.leave-entered',
    ])
  })

  it('is turned down once for one key; of two at one moment, one decides', async () => {
    const [one, other] = [await addPerson(test), await addPerson(test)]
    for (const giver of [one, other]) await enterPaper(committee, giver)
    await sentTwice(test, (key) => onLeave(one, one, 'drop', key))
    const both = [onLeave(second, other, 'confirm'), onLeave(other, other, 'drop')]
    expect(await outcomesOf(both)).toEqual(['done', 'no_leave_entered'])
  })
})

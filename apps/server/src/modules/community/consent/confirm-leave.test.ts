import { afterAll, describe, expect, it } from 'vitest'
import { createConsentVillage } from '../../../../test/consent-village.ts'
import { codeOf } from '../../../../test/desk-village.ts'
import { outcomesOf, sentTwice } from '../../../../test/once-per-key.ts'
import { addPerson } from '../../../../test/server.ts'

const { test, committee, second, operator, enterPaper, onLeave, viewOf } =
  await createConsentVillage()
afterAll(() => test.close())

describe('a household’s leaving that a cadre entered from paper', () => {
  it('takes effect at once where a second person of another household confirms it', async () => {
    const giver = await addPerson(test)
    const kin = await addPerson(test, { householdId: committee.householdId, roles: ['operator'] })
    await enterPaper(committee, giver)
    expect((await viewOf(giver)).leaving).toMatchObject({ mayConfirm: false, mayDrop: true })
    expect(await codeOf(onLeave(committee, giver, 'confirm'))).toBe('second_own_proposal')
    expect(await codeOf(onLeave(kin, giver, 'confirm'))).toBe('second_of_household')
    expect(await codeOf(onLeave(kin, giver, 'drop'))).toBe('second_of_household')
    expect(await codeOf(onLeave(giver, giver, 'confirm'))).toBe('role_required')
    expect((await onLeave(second, giver, 'confirm')).statusCode).toBe(200)
    expect(await viewOf(giver)).toMatchObject({ joined: false, leaving: null })
    expect(await codeOf(onLeave(second, giver, 'confirm'))).toBe('no_leave_entered')
  })

  it('is confirmed once for one key, and once of two who confirm at one moment', async () => {
    const [one, other] = [await addPerson(test), await addPerson(test)]
    for (const giver of [one, other]) await enterPaper(committee, giver)
    await sentTwice(test, (key) => onLeave(second, one, 'confirm', key))
    const both = [second, operator].map((who) => onLeave(who, other, 'confirm'))
    expect(await outcomesOf(both)).toEqual(['done', 'no_leave_entered'])
  })
})

import { afterAll, describe, expect, it } from 'vitest'
import { makeFinal } from '../../../../test/breach-village.ts'
import { awardRow, honour } from '../../../../test/objection-village.ts'
import { outcomesOf, sentTwice } from '../../../../test/once-per-key.ts'
import { createScoringVillage, disagreements, score } from '../../../../test/scoring-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  OTHER_VILLAGE,
  type TestPerson,
} from '../../../../test/server.ts'

const test = await createTestServer()
const { committee, secondMember } = await createScoringVillage(test)
afterAll(() => test.close())

const mending = { way: 'mending', words: '沟里的农膜都清走了。' }
const repair = (who: TestPerson | null, awardId: string, body: object = mending, key?: string) =>
  call(test, who, 'POST', `/api/awards/${awardId}/repairs`, body, key ? { key } : {})
const codeOf = async (answer: ReturnType<typeof call>) => (await answer).json().code as unknown

async function deduction(of: TestPerson): Promise<string> {
  const { awardId } = await score(test, of, { itemRef: 'plot-litter', sourceKind: 'report' })
  return awardId
}

describe('repairDeduction', () => {
  it('gives the points back once the fault is mended, once for one key', async () => {
    const person = await addPerson(test)
    const awardId = await deduction(person)
    await makeFinal(test, [awardId])
    expect(await honour(test, person)).toBe(-300)
    const done = await sentTwice(test, (key) => repair(committee, awardId, mending, key))
    expect(done.json()).toMatchObject({ restoredHundredths: 300 })
    expect(await awardRow(test, done.json().repairAwardId)).toMatchObject({ state: 'final' })
    expect(await awardRow(test, awardId)).toMatchObject({ state: 'final', points: -300 })
    expect(await honour(test, person)).toBe(0)
    expect(await codeOf(repair(committee, awardId))).toBe('repaired_already')
    expect(await disagreements(test)).toEqual([])
  })

  it('is recorded by the committee, not within a household, for a deduction that is final', async () => {
    const person = await addPerson(test)
    const kin = await addPerson(test, { householdId: person.householdId, roles: ['committee'] })
    const stranger = await addPerson(test, { villageId: OTHER_VILLAGE, roles: ['committee'] })
    const awardId = await deduction(person)
    expect(await codeOf(repair(null, awardId))).toBe('not_signed_in')
    expect(await codeOf(repair(person, awardId))).toBe('role_required')
    expect(await codeOf(repair(stranger, awardId))).toBe('unknown_award')
    expect(await codeOf(repair(committee, awardId))).toBe('deduction_not_final')
    await makeFinal(test, [awardId])
    expect(await codeOf(repair(kin, awardId))).toBe('own_household_award')
    const volunteering = { way: 'volunteering', words: '扫了一个小时。', minutes: 60 }
    expect(await codeOf(repair(committee, awardId, volunteering))).toBe('repair_too_short')
    const merit = await score(test, person)
    expect(await codeOf(repair(committee, merit.awardId))).toBe('not_a_deduction')
  })

  it('gives back once where two members record it at one moment', async () => {
    const person = await addPerson(test)
    const awardId = await deduction(person)
    await makeFinal(test, [awardId])
    const both = [committee, secondMember].map((who) => repair(who, awardId))
    expect(await outcomesOf(both)).toEqual(['done', 'repaired_already'])
    expect(await honour(test, person)).toBe(0)
  })
})

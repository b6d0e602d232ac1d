import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  addSides,
  answerAppeal,
  appeal,
  createBreachVillage,
  daysLater,
  decide,
  auditedTally,
  inboxOf,
  reply,
  report,
  settleAll,
  view,
  dismissed,
} from '../../../../test/breach-village.ts'
import { awardRow, codeOf } from '../../../../test/objection-village.ts'
import { type ScoringVillage } from '../../../../test/scoring-village.ts'
import { addPerson, type TestPerson, type TestServer } from '../../../../test/server.ts'

let test: TestServer
let village: ScoringVillage
let supervisor: TestPerson
let reporter: TestPerson
let reported: TestPerson

beforeAll(async () => {
  ;({ test, village, supervisor } = await createBreachVillage())
})
afterAll(() => test.close())
beforeEach(async () => {
  ;({ reporter, reported } = await addSides(test))
})

describe('an appeal', () => {
  it('of the reporter against a dismissal can be confirmed, which is the end of it', async () => {
    const { reportId } = await report(test, reporter, reported)
    await reply(test, reported, reportId)
    await decide(test, village.committee, { reportId, ...dismissed })
    expect(await codeOf(appeal(test, reported, reportId))).toBe('appeal_not_yours')
    await appeal(test, reporter, reportId)
    expect(await codeOf(appeal(test, reporter, reportId))).toBe('not_appealable')
    expect(await inboxOf(test, supervisor, 'supervisor')).toContain(`report_appeal ${reportId}`)
    await settleAll(test)
    expect((await view(test, reporter, reportId)).state).toBe('appealed')
    expect(await answerAppeal(test, supervisor, reportId, 'confirmed')).toEqual({ awardId: null })
    expect(await codeOf(answerAppeal(test, supervisor, reportId, 'confirmed'))).toBe('not_appealed')
    expect(await view(test, reporter, reportId)).toMatchObject({
      state: 'settled',
      outcome: 'dismissed',
    })
  })

  it('changes a decision either way: nothing is deducted, or at once', async () => {
    const first = await report(test, reporter, reported)
    await reply(test, reported, first.reportId)
    await decide(test, village.committee, first)
    await appeal(test, reported, first.reportId)
    const { awardId } = await answerAppeal(test, supervisor, first.reportId, 'changed')
    expect(awardId).toBeNull()
    expect(await view(test, reported, first.reportId)).toMatchObject({
      outcome: 'dismissed',
      decision: { outcome: 'upheld' },
      appeal: { isMine: true, answer: { outcome: 'changed' } },
    })
    const second = await report(test, reporter, reported)
    await reply(test, reported, second.reportId)
    await decide(test, village.committee, { ...second, ...dismissed })
    await appeal(test, reporter, second.reportId)
    expect(await codeOf(answerAppeal(test, supervisor, second.reportId, 'changed'))).toBe(
      'rule_needed',
    )
    const changed = await answerAppeal(test, supervisor, second.reportId, 'changed', 'r172')
    expect(await awardRow(test, changed.awardId ?? '')).toMatchObject({ points: -1000 })
  })

  it('is made once and answered once, whoever is faster', async () => {
    const { reportId } = await report(test, reporter, reported)
    await reply(test, reported, reportId)
    await decide(test, village.committee, { reportId })
    const kin = await addPerson(test, { householdId: reported.householdId })
    const appeals = [reported, kin].map((person) => codeOf(appeal(test, person, reportId)))
    expect((await Promise.all(appeals)).toSorted()).toEqual(['done', 'not_appealable'])
    const other = await addPerson(test, { roles: ['supervisor'] })
    const answers = [supervisor, other].map((person) =>
      codeOf(answerAppeal(test, person, reportId, 'confirmed')),
    )
    expect((await Promise.all(answers)).toSorted()).toEqual(['done', 'not_appealed'])
  })

  it('is decided by nobody who made the decision, and not after its week is over', async () => {
    const { reportId } = await report(test, reporter, reported)
    await reply(test, reported, reportId)
    await decide(test, village.committee, { reportId })
    await appeal(test, reported, reportId)
    const attempt = (by: TestPerson) => codeOf(answerAppeal(test, by, reportId, 'confirmed'))
    expect(await attempt(village.committee)).toBe('decided_before')
    expect(await attempt(await addPerson(test, { householdId: reporter.householdId }))).toBe(
      'own_report',
    )
    const late = await report(test, reporter, await addPerson(test))
    daysLater(test, 9)
    await decide(test, village.committee, { reportId: late.reportId, ...dismissed })
    daysLater(test, 8)
    expect(await codeOf(appeal(test, reporter, late.reportId))).toBe('appeal_too_late')
  })
})

it('leaves a log in which the auditor finds nothing', () => auditedTally(test))

import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../../platform/actor.ts'
import { judgesOf } from '../../../../test/judges.ts'
import type { BreachReport } from './breach-report.ts'
import { whyNotDeciding, whyNotDecidingAppeal, whyNotFinding } from './breach-policy.ts'

const member = (name: string, householdId: string, role: Role): Actor =>
  ({ personId: name, householdId, roles: new Set([role]) }) as Partial<Actor> as Actor

const toldBy = (
  { personId, householdId }: Actor,
  enteredBy: Actor | null,
  given: Partial<BreachReport>,
) =>
  ({
    state: 'unassigned',
    parties: [],
    reporterId: personId,
    reporterHouseholdId: householdId,
    enteredBy: enteredBy?.personId ?? null,
    attached: null,
    decision: null,
    replyDueOn: '2026-03-02',
    passedOnBy: [],
    ...given,
  }) as Partial<BreachReport> as BreachReport

const one = member('one', 'east', 'committee')
const kin = member('kin', 'east', 'committee')
const other = member('other', 'west', 'committee')
const third = member('third', 'north', 'committee')
const neighbour = member('neighbour', 'south', 'committee')
const officer = member('officer', 'town', 'town_officer')
const everybody = [one, kin, other, third, neighbour, officer]
const now = new Date('2026-03-20T04:00:00Z')

/** Who may have told it, by their own hand or another's. */
const tellings = [one, kin, other, third, neighbour].flatMap((reporter) =>
  [null, one, other, third].map((enteredBy) => ({ reporter, enteredBy })),
)

describe('who finds the doer of a report that names nobody', () => {
  const asksTown = (committee: readonly Actor[], report: BreachReport) =>
    whyNotFinding(officer, report, judgesOf({ committee, town_officer: [officer] }, everybody))
      ?.code ?? null

  it('is the committee or the town, whoever reported', () => {
    for (const { reporter, enteredBy } of tellings) {
      const report = toldBy(reporter, enteredBy, {})
      expect(asksTown([one, kin], report)).toBeNull()
      expect(asksTown([one, kin, other], report)).toBeNull()
      expect(asksTown([one, kin, other, third], report)).toBe('committee_decides_reports')
    }
  })
})

describe('where a member of a committee of three is reported', () => {
  const reported = { personId: 'third', householdId: 'north', reply: null }
  const parties = [reported] as unknown as BreachReport['parties']

  it('the same office decides, and the appeal, whoever told it by whose hand', () => {
    const decides = tellings.map(({ reporter, enteredBy }) => {
      const report = toldBy(reporter, enteredBy, { state: 'open', parties })
      return whyNotDeciding(
        officer,
        report,
        judgesOf({ committee: [one, other, third], town_officer: [officer] }, everybody),
        now,
      )
    })
    expect(new Set(decides)).toEqual(new Set([null]))
    const appeals = tellings.map(({ reporter, enteredBy }) => {
      const report = toldBy(reporter, enteredBy, { state: 'appealed', parties })
      const judges = judgesOf(
        { supervisor: [one, other, third], town_officer: [officer] },
        everybody,
      )
      return whyNotDecidingAppeal(officer, report, judges)
    })
    expect(new Set(appeals)).toEqual(new Set([null]))
  })

  it('somebody of a larger committee is always left to decide', () => {
    const fourth = member('fourth', 'hill', 'committee')
    const committee = [one, other, third, fourth]
    for (const { reporter, enteredBy } of tellings) {
      const report = toldBy(reporter, enteredBy, { state: 'open', parties })
      const judges = judgesOf({ committee, town_officer: [officer] }, everybody)
      expect(whyNotDeciding(officer, report, judges, now)?.code).toBe('committee_decides_reports')
      const left = committee.filter((each) => whyNotDeciding(each, report, judges, now) === null)
      expect(left).not.toEqual([])
    }
  })
})

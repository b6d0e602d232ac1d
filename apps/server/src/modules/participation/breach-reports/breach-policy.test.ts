import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../../platform/actor.ts'
import type { BreachReport } from './breach-report.ts'
import { whyNotFinding } from './breach-policy.ts'

const member = (name: string, householdId: string, role: Role): Actor =>
  ({ personId: name, householdId, roles: new Set([role]) }) as Partial<Actor> as Actor

const toldBy = ({ personId, householdId }: Actor) =>
  ({
    state: 'unassigned',
    parties: [],
    reporterId: personId,
    reporterHouseholdId: householdId,
    enteredBy: null,
    attached: null,
    passedOnBy: [],
  }) as Partial<BreachReport> as BreachReport

describe('who finds the doer of a report that names nobody', () => {
  const one = member('one', 'east', 'committee')
  const kin = member('kin', 'east', 'committee')
  const other = member('other', 'west', 'committee')
  const neighbour = member('neighbour', 'south', 'committee')
  const officer = member('officer', 'town', 'town_officer')
  const asksTown = (committee: readonly Actor[], reporter: Actor) =>
    whyNotFinding(officer, toldBy(reporter), { committee, town: [officer] })?.code ?? null

  it('is the committee or the town, whoever reported', () => {
    for (const reporter of [one, neighbour]) {
      expect(asksTown([one, kin], reporter)).toBeNull()
      expect(asksTown([one, kin, other], reporter)).toBe('committee_decides_reports')
    }
  })
})

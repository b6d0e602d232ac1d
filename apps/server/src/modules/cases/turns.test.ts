import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../platform/actor.ts'
import { judgesOf } from '../../../test/judges.ts'
import { barKin, barPersons, inSilence } from './bars.ts'
import { rolesInTurn, whoIsBarred, whyNotJudging, whyNotPassingOn, type Bench } from './turns.ts'

const resident = (personId: string, householdId: string | null) => ({ personId, householdId })
const [one, kin, other, third, fourth] = [
  resident('one', 'east'),
  resident('kin', 'east'),
  resident('other', 'west'),
  resident('third', 'north'),
  resident('fourth', 'south'),
]
const officer = resident('officer', null)
const everybody = [one, kin, other, third, fourth, officer]
const bench: Bench<'theirs' | 'part' | 'kin' | 'told'> = {
  role: 'committee',
  instead: ['town_officer'],
  others: 'theirs',
}
const actor = (personId: string, role: Role): Actor => ({
  ...resident(personId, null),
  villageId: 'village',
  roles: new Set([role]),
  leadsGroupNo: null,
})
const village = (committee: readonly (typeof one)[], town = [officer]) =>
  judgesOf({ committee, town_officer: town }, everybody)

describe('who judges a case', () => {
  it('is the office whose it is, without who had a part in it and without kin, now and then', () => {
    const judges = village([one, kin, other, third, fourth])
    const bars = [
      barPersons('part', ['other', null]),
      inSilence(barKin('kin', [{ personId: 'elsewhere', householdId: 'north' }])),
    ]
    const why = (personId: string, role: Role = 'committee') =>
      whyNotJudging(actor(personId, role), bench, bars, judges)
    expect(why('one')).toBeNull()
    expect(why('other')).toBe('part')
    expect(why('third')).toBe('kin') // lives where the party lived then
    expect(why('one', 'villager')).toBe('theirs')
    expect(why('officer', 'town_officer')).toBe('theirs')
    const ofKin = [barKin('kin', [{ personId: 'kin', householdId: 'moved-from' }])]
    expect(whyNotJudging(actor('one', 'committee'), bench, ofKin, judges)).toBe('kin')
    expect(whoIsBarred(bench, ofKin, judges)).toEqual(['one', 'kin'])
  })

  it('is those instead where fewer than three households are left openly, if they can', () => {
    const bars = [barPersons('part', ['fourth'])]
    expect(rolesInTurn(bench, bars, village([one, other, third, fourth]))).toEqual(['committee'])
    const few = village([one, kin, other, fourth])
    expect(rolesInTurn(bench, bars, few)).toEqual(['town_officer'])
    // Whose office it is learns why they stand back all the same.
    expect(whyNotJudging(actor('fourth', 'committee'), bench, bars, few)).toBe('part')
    expect(whyNotJudging(actor('one', 'committee'), bench, bars, few)).toBe('theirs')
    expect(rolesInTurn(bench, bars, village([one, fourth], []))).toEqual(['committee'])
    const passedOn = [...bars, barPersons('told', ['officer'])]
    expect(rolesInTurn(bench, passedOn, village([one, fourth]))).toEqual(['committee'])
  })

  it('never follows from what bars in silence', () => {
    const some = fc.subarray(everybody.map(({ personId }) => personId))
    fc.assert(
      fc.property(fc.subarray(everybody.slice(0, 5)), some, some, (committee, part, told) => {
        const open = [barPersons('part' as const, part)]
        const silent = [
          inSilence(barPersons('told' as const, told)),
          inSilence(barKin('kin' as const, told.map((id) => resident(id, 'east')) as never)),
        ]
        const judges = village(committee)
        expect(rolesInTurn(bench, [...silent, ...open], judges)).toEqual(
          rolesInTurn(bench, open, judges),
        )
      }),
    )
  })

  it('leaves somebody, wherever who brought it and who entered it live', () => {
    const committee = [one, other, third]
    for (const bringer of everybody)
      for (const enteredBy of everybody) {
        const party = { personId: bringer.personId, householdId: bringer.householdId ?? '' }
        const bars = [
          inSilence(barKin('kin' as const, [party])),
          inSilence(barPersons('told' as const, [enteredBy.personId])),
        ]
        const judges = village(committee)
        const left = committee.filter(
          ({ personId }) =>
            whyNotJudging(actor(personId, 'committee'), bench, bars, judges) === null,
        )
        expect(left).not.toEqual([])
      }
  })
})

describe('who declares themselves biased', () => {
  it('holds an office that judges, in turn or not, and is not barred already', () => {
    const judges = village([one, other, third, fourth])
    const why = (personId: string, role: Role) =>
      whyNotPassingOn(actor(personId, role), bench, [barPersons('told', ['other'])], judges)
    expect(why('one', 'committee')).toBeNull()
    expect(why('officer', 'town_officer')).toBeNull()
    expect(why('other', 'committee')).toBe('told')
    expect(why('fourth', 'supervisor')).toBe('theirs')
  })
})

import { expect, it } from 'vitest'
import { setUpOf, setUpSteps, type VillageState } from './set-up.ts'

const ready: VillageState = {
  hasRoster: true,
  hasRules: true,
  committeeMembers: 2,
  supervisors: 1,
  hasConsent: true,
  hasPlates: true,
  hasNotice: true,
}
const open = (state: VillageState) =>
  setUpOf(state).flatMap(({ step, done }) => (done ? [] : [step]))

it.each<[string, Partial<VillageState>]>([
  ['roster', { hasRoster: false }],
  ['rules', { hasRules: false }],
  ['offices', { committeeMembers: 1 }],
  ['offices', { supervisors: 0 }],
  ['consents', { hasConsent: false }],
  ['plates', { hasPlates: false }],
  ['notice', { hasNotice: false }],
])('%s is what is left with %o', (step, missing) => {
  expect(open({ ...ready, ...missing })).toEqual([step])
})

it('leaves nothing to a village that has all, and everything to a new one', () => {
  expect(open(ready)).toEqual([])
  const fresh: VillageState = {
    hasRoster: false,
    hasRules: false,
    committeeMembers: 1,
    supervisors: 0,
    hasConsent: false,
    hasPlates: false,
    hasNotice: false,
  }
  expect(open(fresh)).toEqual([...setUpSteps])
})

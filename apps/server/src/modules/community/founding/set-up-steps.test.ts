import { expect, it } from 'vitest'
import type { Foundations } from './foundations.store.ts'
import { isSetUp } from './set-up-steps.ts'

const ready: Foundations = {
  hasRoster: true,
  committeeMembers: 2,
  supervisors: 1,
  hasConsent: true,
  hasPlates: true,
}
const open = (found: Foundations) =>
  Object.entries(isSetUp).flatMap(([step, isDone]) => (isDone(found) ? [] : [step]))

it.each<[string, Partial<Foundations>]>([
  ['roster', { hasRoster: false }],
  ['offices', { committeeMembers: 1 }],
  ['offices', { supervisors: 0 }],
  ['consents', { hasConsent: false }],
  ['plates', { hasPlates: false }],
])('%s is what is left with %o', (step, missing) => {
  expect(open({ ...ready, ...missing })).toEqual([step])
})

it('leaves nothing to a village that has all, and everything to a new one', () => {
  expect(open(ready)).toEqual([])
  const fresh: Foundations = {
    hasRoster: false,
    committeeMembers: 1,
    supervisors: 0,
    hasConsent: false,
    hasPlates: false,
  }
  expect(open(fresh)).toEqual(['roster', 'offices', 'consents', 'plates'])
})

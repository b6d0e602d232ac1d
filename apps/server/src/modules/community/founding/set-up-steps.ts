import type { SetUpStep } from '../../../platform/contributions.ts'
import { readFoundations, type Foundations } from './foundations.store.ts'

const LEAST_MEMBERS = 2

/** Which of this module's steps of setting up are done in a village that has this. */
export const isSetUp = {
  roster: ({ hasRoster }) => hasRoster,
  /** Two of the committee and somebody who watches them. */
  offices: ({ committeeMembers, supervisors }) =>
    committeeMembers >= LEAST_MEMBERS && supervisors > 0,
  consents: ({ hasConsent }) => hasConsent,
  plates: ({ hasPlates }) => hasPlates,
} satisfies Record<string, (found: Foundations) => boolean>

const places = { roster: 10, offices: 30, consents: 40, plates: 50 } as const

export const setUpSteps: readonly SetUpStep[] = (
  ['roster', 'offices', 'consents', 'plates'] as const
).map((step) => ({
  step,
  place: places[step],
  isDone: async ({ db, actor }) => isSetUp[step](await readFoundations(db, actor.villageId)),
}))

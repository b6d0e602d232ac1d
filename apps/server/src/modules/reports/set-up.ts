import type { Foundations } from '../community/index.ts'

/** What a village sets up, in the order in which one rests on the other. */
export const setUpSteps = ['roster', 'rules', 'offices', 'consents', 'plates', 'notice'] as const
export type SetUpStep = (typeof setUpSteps)[number]

export interface VillageState extends Foundations {
  readonly hasRules: boolean
  readonly hasNotice: boolean
}

const LEAST_MEMBERS = 2

/**
 * Which steps of setting up are done. The only place that says so: the Workbench leads through the
 * others, and says that all is done only when they are.
 */
export function setUpOf(state: VillageState): { step: SetUpStep; done: boolean }[] {
  const isDone: Record<SetUpStep, boolean> = {
    roster: state.hasRoster,
    rules: state.hasRules,
    offices: state.committeeMembers >= LEAST_MEMBERS && state.supervisors > 0,
    consents: state.hasConsent,
    plates: state.hasPlates,
    notice: state.hasNotice,
  }
  return setUpSteps.map((step) => ({ step, done: isDone[step] }))
}

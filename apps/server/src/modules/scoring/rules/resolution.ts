import { refuse } from '../refusals.ts'

/**
 * The village resolution that adopted a rule sheet (Organic Law of Villagers' Committees, arts 22
 * to 26). `eligible` counts those who may vote: adults, or household delegates.
 */
export interface Resolution {
  /** The civil day of the meeting. */
  readonly date: string
  readonly eligible: number
  readonly present: number
  readonly for: number
  readonly against: number
}

/**
 * Checks the arithmetic of a resolution: more than half of the eligible were present, and more than
 * half of those present voted for it.
 * @throws Refusal 'resolution_in_future', 'resolution_numbers', 'quorum_missed', 'majority_missed'
 */
export function checkResolution(resolution: Resolution, today: string): void {
  const { date, eligible, present, for: ayes, against } = resolution
  if (date > today) throw refuse('resolution_in_future', { date })
  if (present > eligible || ayes + against > present) throw refuse('resolution_numbers')
  if (present * 2 <= eligible) throw refuse('quorum_missed', { eligible, present })
  if (ayes * 2 <= present) throw refuse('majority_missed', { present, for: ayes })
}

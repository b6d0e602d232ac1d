import { checkResolution, type Resolution as Vote } from '@azalea/scoring'
import { refuse } from '../refusals.ts'

/**
 * The village resolution that adopted a rule sheet (Organic Law of Villagers' Committees, arts 22
 * to 26). `eligible` counts the members of the body that met.
 */
export interface Resolution {
  /** The civil day of the meeting. */
  readonly date: string
  /** Who met: all adults where nothing is said. */
  readonly body?: Vote['body'] | undefined
  readonly eligible: number
  readonly present: number
  readonly for: number
  readonly against: number
  /** A picture of the minutes. */
  readonly minutesFileId?: string | undefined
  /** SHA-256 of that picture, hexadecimal. */
  readonly minutesHash?: string | undefined
}

/**
 * Checks that a resolution holds: the quorum of the body that met, and more than half of those
 * present in favour. The rule is that of `@azalea/scoring`, which anyone can apply.
 * @throws Refusal 'resolution_in_future', 'resolution_numbers', 'quorum_missed',
 *   'delegates_missed', 'majority_missed'
 */
export function requireCarried(resolution: Resolution, today: string): void {
  const { date, body = 'adults', eligible, present, for: votesFor, against } = resolution
  if (date > today) throw refuse('resolution_in_future', { date })
  const vote = { heldOn: date, body, eligible, present, votesFor, votesAgainst: against }
  const codes = new Set(checkResolution(vote).map(({ code }) => code))
  if (codes.has('no_quorum'))
    throw refuse(body === 'adults' ? 'quorum_missed' : 'delegates_missed', { eligible, present })
  if (codes.has('no_majority')) throw refuse('majority_missed', { present, for: votesFor })
  if (codes.size > 0) throw refuse('resolution_numbers')
}

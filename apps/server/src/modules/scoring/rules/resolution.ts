import { checkVote } from '@azalea/scoring'
import type { Resolution } from '../ground/tables.ts'
import { refuse } from '../ground/refusals.ts'

/**
 * Checks that a resolution holds: the quorum of the body that met, and more than half of those
 * present in favour. The rule is that of `@azalea/scoring`, which anyone can apply.
 * @throws Refusal 'resolution_in_future', 'resolution_numbers', 'quorum_missed',
 *   'delegates_missed', 'majority_missed'
 */
export function requireCarried(resolution: Resolution, today: string): void {
  const { date, body = 'adults', eligible, present, for: votesFor } = resolution
  if (date > today) throw refuse('resolution_in_future', { date })
  const codes = new Set(checkVote(resolution).map(({ code }) => code))
  if (codes.has('no_quorum'))
    throw refuse(body === 'adults' ? 'quorum_missed' : 'delegates_missed', { eligible, present })
  if (codes.has('no_majority')) throw refuse('majority_missed', { present, for: votesFor })
  if (codes.size > 0) throw refuse('resolution_numbers')
}

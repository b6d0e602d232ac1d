import { checkResolution, type Resolution } from '@azalea/scoring'
import { refuse } from '../refusals.ts'

/** The vote of the villagers behind a rule of order (Organic Law of Villagers' Committees, arts 22 to 26). */
export interface VotedResolution {
  /** The civil day of the meeting. */
  readonly date: string
  /** Who met: all adults where nothing is said. */
  readonly body?: Resolution['body'] | undefined
  readonly eligible: number
  readonly present: number
  readonly for: number
  readonly against: number
}

/** @throws Refusal 'vote_in_future', 'vote_not_carried' */
export function requireCarried(vote: VotedResolution, today: string): void {
  const { date, body = 'adults', eligible, present, for: votesFor, against: votesAgainst } = vote
  if (date > today) throw refuse('vote_in_future', { date })
  const counts = { eligible, present, votesFor, votesAgainst }
  const [problem] = checkResolution({ heldOn: date, body, ...counts })
  if (problem !== undefined)
    throw refuse('vote_not_carried', { zh: problem.messageZh, en: problem.messageEn })
}

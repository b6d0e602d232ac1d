import { checkResolution, type Resolution } from '@azalea/scoring'

/** Who met. */
export type Meeting = Resolution['body']
export const meetings: readonly Meeting[] = ['adults', 'households', 'delegates']
export const voteCounts = ['eligible', 'present', 'for', 'against'] as const

type Counted = Record<(typeof voteCounts)[number], number>

/** A vote as it was held. */
export interface Vote extends Counted {
  readonly body: Meeting
  readonly date: string
}

/** A vote as far as it was entered: nothing is chosen before a person chooses it. */
export type VoteDraft = { readonly [Field in keyof Vote]: Vote[Field] | null }

export const emptyVote: VoteDraft = {
  body: null,
  date: null,
  eligible: null,
  present: null,
  for: null,
  against: null,
}

export function voteOf({ date, ...rest }: VoteDraft): Vote | null {
  const counted = countedOf(rest)
  return date === null || counted === null ? null : { ...counted, date }
}

function countedOf(draft: Omit<VoteDraft, 'date'>): Omit<Vote, 'date'> | null {
  const { body, eligible, present, for: votesFor, against } = draft
  if (body === null || eligible === null || present === null) return null
  if (votesFor === null || against === null) return null
  return { body, eligible, present, for: votesFor, against }
}

export type VoteVerdict = 'incomplete' | 'mismatch' | 'no_quorum' | 'no_majority' | 'carried'

/**
 * What the numbers of a meeting mean, said while they are entered, by the rule that the server
 * applies too (Villagers' Committees Organic Law, arts 22 and 26).
 */
export function verdictOf(draft: Omit<VoteDraft, 'date'>): VoteVerdict {
  const counted = countedOf(draft)
  if (counted === null) return 'incomplete'
  const { for: votesFor, against: votesAgainst, ...met } = counted
  // The day is checked by its own field.
  const vote = { ...met, heldOn: '2000-01-01', votesFor, votesAgainst }
  const codes = new Set(checkResolution(vote).map(({ code }) => code))
  if (codes.has('no_quorum')) return 'no_quorum'
  if (codes.has('no_majority')) return 'no_majority'
  return codes.size > 0 ? 'mismatch' : 'carried'
}

import { checkVote, type VotedResolution } from '@azalea/scoring'

/** Why a vote that a record names does not carry what it enters; null when it does. */
export function whyNotCarried(vote: VotedResolution): string | null {
  const [problem] = checkVote(vote)
  return problem === undefined ? null : `its vote does not hold: ${problem.messageEn}`
}

import { checkVote, type VotedResolution } from '@azalea/scoring'

/**
 * Why a vote that a record names does not carry what it enters; null when it does.
 * @param enteredOn the civil day of the record, which no vote behind it can follow
 */
export function whyNotCarried(vote: VotedResolution, enteredOn: string): string | null {
  const [problem] = checkVote(vote)
  if (problem !== undefined) return `its vote does not hold: ${problem.messageEn}`
  return vote.date > enteredOn
    ? `its vote is dated ${vote.date}, and was entered before, on ${enteredOn}`
    : null
}

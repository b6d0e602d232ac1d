import { checkVote, type VotedResolution } from '@azalea/scoring'
import { refuse } from '../refusals.ts'

/** @throws Refusal 'vote_in_future', 'vote_not_carried' */
export function requireCarried(vote: VotedResolution, today: string): void {
  if (vote.date > today) throw refuse('vote_in_future', { date: vote.date })
  const [problem] = checkVote(vote)
  if (problem !== undefined)
    throw refuse('vote_not_carried', { zh: problem.messageZh, en: problem.messageEn })
}

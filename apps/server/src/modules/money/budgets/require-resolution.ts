import { checkVote, type VotedResolution } from '@azalea/scoring'
import { refuse } from '../refusals.ts'

/** The vote behind a budget: its number, what it is for, and how it was carried. */
export interface BudgetResolution extends VotedResolution {
  /** As the minutes number it. */
  readonly number: string
  readonly what: string
}

/** @throws Refusal 'budget_without_resolution' */
export function requireResolution(resolution: BudgetResolution, today: string): void {
  const { date } = resolution
  if (date > today)
    throw refuse('budget_without_resolution', {
      zh: `${date} 还没有到。`,
      en: `${date} lies in the future.`,
    })
  const [problem] = checkVote(resolution)
  if (problem !== undefined)
    throw refuse('budget_without_resolution', { zh: problem.messageZh, en: problem.messageEn })
}

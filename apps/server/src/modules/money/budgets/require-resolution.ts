import { checkResolution, type Resolution } from '@azalea/scoring'
import { refuse } from '../refusals.ts'

/** The vote behind a budget: its number, what it is for, and how it was carried. */
export interface BudgetResolution {
  /** As the minutes number it. */
  readonly number: string
  readonly what: string
  /** The civil day of the meeting. */
  readonly date: string
  /** Who met: all adults where nothing is said. */
  readonly body?: Resolution['body'] | undefined
  readonly eligible: number
  readonly present: number
  readonly for: number
  readonly against: number
}

/** @throws Refusal 'budget_without_resolution' */
export function requireResolution(resolution: BudgetResolution, today: string): void {
  const { date, body = 'adults', eligible, present, for: votesFor, against } = resolution
  if (date > today)
    throw refuse('budget_without_resolution', {
      zh: `${date} 还没有到。`,
      en: `${date} lies in the future.`,
    })
  const counts = { eligible, present, votesFor, votesAgainst: against }
  const [problem] = checkResolution({ heldOn: date, body, ...counts })
  if (problem !== undefined)
    throw refuse('budget_without_resolution', { zh: problem.messageZh, en: problem.messageEn })
}

import { CLOCK_TOLERANCE_MILLISECONDS } from './post-code.ts'
import { refuse } from '../../ground/refusals.ts'

const OLDEST_MILLISECONDS = 24 * 3_600_000

/**
 * When something was done: now, or the time an offline phone tells, at most 24 hours ago. A phone
 * whose clock runs a little ahead is taken to mean now.
 * @throws Refusal 'occurred_in_future', 'occurred_too_long_ago'
 */
export function occurredAt(told: string | null, now: Date): { instant: Date; isLate: boolean } {
  if (told === null) return { instant: now, isLate: false }
  const instant = new Date(told)
  const age = now.getTime() - instant.getTime()
  if (age < -CLOCK_TOLERANCE_MILLISECONDS) throw refuse('occurred_in_future')
  if (age > OLDEST_MILLISECONDS) throw refuse('occurred_too_long_ago')
  return age <= 0 ? { instant: now, isLate: false } : { instant, isLate: true }
}

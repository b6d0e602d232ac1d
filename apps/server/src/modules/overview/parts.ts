import type { Clock } from '../../platform/clock.ts'
import type { Contributions } from '../../platform/contributions.ts'
import type { Database } from '../../platform/database/database.ts'

/** What this module's queries read from. */
export interface OverviewParts {
  readonly contributions: Contributions
  readonly database: Database
  readonly clock: Clock
}

import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database/database.ts'

export interface TraceParts {
  readonly database: Database
  readonly clock: Clock
  /** Where trace pages are, until the village says otherwise. */
  readonly publicUrl: string
}

import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { NewId } from '../../../platform/identity.ts'
import type { Act } from '../../record/index.ts'
import type { Scoring } from './scoring.ts'

/** What the routes of this module work with. */
export interface ScoringParts {
  readonly act: Act
  readonly database: Database
  readonly clock: Clock
  readonly newId: NewId
  readonly scoring: Scoring
}

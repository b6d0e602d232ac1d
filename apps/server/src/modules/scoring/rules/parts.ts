import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { NewId } from '../../../platform/identity.ts'
import type { Act } from '../../record/index.ts'
import type { Scoring } from './scoring.ts'

/** What an action of this module works with. */
export interface Commands {
  readonly act: Act
  readonly scoring: Scoring
}

/** What the routes of this module work with. */
export interface ScoringParts extends Commands {
  readonly database: Database
  readonly clock: Clock
  readonly newId: NewId
}

import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Keyring } from '../../platform/keyring.ts'
import type { NewId } from '../../platform/identity.ts'
import type { VillageSecrets } from '../record/index.ts'
import type { Scoring } from '../scoring/index.ts'

/** What this module's queries read from. */
export interface ReportParts {
  readonly database: Database
  readonly clock: Clock
  readonly keyring: Keyring
  readonly secrets: VillageSecrets
  readonly newId: NewId
  readonly scoring: Scoring
  readonly publicUrl: string
}

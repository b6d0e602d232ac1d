import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Keyring } from '../../platform/keyring.ts'
import type { NewId } from '../../platform/identity.ts'
import type { Act, VillageSecrets } from '../record/index.ts'
import type { WitnessPolicy } from './policy.ts'

/** What the routes of this module work with. */
export interface LogParts {
  readonly database: Database
  readonly clock: Clock
  readonly keyring: Keyring
  readonly publicUrl: string
  /** Asked anew each time, since demonstration witnesses start after the server. */
  readonly witnesses: () => WitnessPolicy
}

/** What openings need beside. */
export interface OpeningParts extends LogParts {
  readonly act: Act
  readonly newId: NewId
  readonly secrets: VillageSecrets
}

import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { NewId, Randomness } from '../../../platform/identity.ts'
import type { Act, VillageSecrets } from '../../record/index.ts'

export interface PartnerCommands {
  readonly act: Act
  readonly secrets: VillageSecrets
}

export interface PartnerReaders {
  readonly database: Database
  readonly clock: Clock
}

export interface PartnerParts extends PartnerCommands, PartnerReaders {
  /** Where partners reach the village, until it says otherwise. */
  readonly publicUrl: string
  readonly newId: NewId
  readonly randomness: Randomness
}

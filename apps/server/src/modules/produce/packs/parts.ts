import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { NewId } from '../../../platform/identity.ts'
import type { Act, VillageSecrets } from '../../record/index.ts'

export interface PackCommands {
  readonly act: Act
  readonly secrets: VillageSecrets
}

export interface PackReaders {
  readonly database: Database
  readonly clock: Clock
  readonly newId: NewId
  /** Where trace pages are, until the village says otherwise. */
  readonly publicUrl: string
}

export type PackParts = PackCommands & PackReaders

import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Act, VillageSecrets } from '../../record/index.ts'

export interface LotCommands {
  readonly act: Act
  readonly secrets: VillageSecrets
}

export interface LotParts extends LotCommands {
  readonly database: Database
  readonly clock: Clock
}

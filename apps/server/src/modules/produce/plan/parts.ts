import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Act, VillageSecrets } from '../../record/index.ts'

/** What a command of this submodule works with. */
export interface PlanCommands {
  readonly act: Act
  readonly secrets: VillageSecrets
}

/** What its queries read from. */
export interface PlanReaders {
  readonly database: Database
  readonly clock: Clock
}

export type PlanParts = PlanCommands & PlanReaders

import type { Clock } from '../../platform/clock.ts'
import type { Database, Db } from '../../platform/database/database.ts'
import type { NewId } from '../../platform/identity.ts'
import type { Act, VillageSecrets } from '../record/index.ts'

/** What a command of this module works with. */
export interface Commands {
  readonly act: Act
  readonly secrets: VillageSecrets
}

/** What its queries read from. */
export interface Readers {
  readonly database: Database
  readonly clock: Clock
}

/** What its job works with. */
export interface QueueParts extends Commands, Readers {
  readonly newId: NewId
  /**
   * The text of the checkpoint that was the first to be published with a record in its tree; null
   * while there is none. The log is above this module, so whoever wires the modules brings it.
   */
  readonly coveringCheckpoint: (
    db: Db,
    villageId: string,
    recordId: string,
  ) => Promise<string | null>
}

export type BenefitsParts = QueueParts

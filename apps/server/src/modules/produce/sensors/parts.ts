import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { NewId, Randomness } from '../../../platform/identity.ts'
import type { BrokerState } from '../../../platform/broker.ts'
import type { Act, VillageSecrets } from '../../record/index.ts'

/** What a command of this submodule works with. */
export interface SensorCommands {
  readonly act: Act
  readonly secrets: VillageSecrets
}

/** What its queries read from. */
export interface SensorReaders {
  readonly database: Database
  readonly clock: Clock
  /** How it stands with the broker; null when none was set, absent as well. */
  readonly broker?: BrokerState | null
}

/** What takes readings in. */
export interface ReadingParts {
  readonly database: Database
  readonly clock: Clock
  readonly secrets: VillageSecrets
}

/** What the clock's work takes beside. */
export interface WatchParts extends SensorCommands, SensorReaders {
  readonly newId: NewId
}

export interface SensorParts extends WatchParts {
  readonly randomness: Randomness
}

import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { EventBus } from '../../../platform/events.ts'
import type { Randomness } from '../../../platform/identity.ts'
import type { MapTiles } from '../../../platform/map-tiles.ts'
import type { Act, Tx, VillageSecrets } from '../../record/index.ts'

/** What a command of this submodule works with. */
export interface LandCommands {
  readonly act: Act
  readonly secrets: VillageSecrets
}

/** What its queries read from. */
export interface LandReaders {
  readonly database: Database
  readonly clock: Clock
  /** What maps lie on; plain ground when absent. */
  readonly mapTiles?: MapTiles | null
}

export interface LandParts extends LandCommands, LandReaders {
  readonly randomness: Randomness
  readonly events: EventBus<Tx>
  readonly villageIds: () => Promise<readonly string[]>
}

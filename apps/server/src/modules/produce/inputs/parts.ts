import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { EventBus } from '../../../platform/events.ts'
import type { Act, Tx, VillageSecrets } from '../../record/index.ts'

/** What a command of this submodule works with. */
export interface Commands {
  readonly act: Act
  readonly secrets: VillageSecrets
}

/** What its queries read from. */
export interface Readers {
  readonly database: Database
  readonly clock: Clock
}

export interface InputParts extends Commands, Readers {
  readonly events: EventBus<Tx>
}

import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { NewId } from '../../../platform/identity.ts'
import type { ScaleLines } from '../../../platform/scale-lines.ts'
import type { Act, VillageSecrets } from '../../record/index.ts'
import type { Scoring } from '../../scoring/index.ts'

/** What a command of this submodule works with. */
export interface RoundCommands {
  readonly act: Act
  readonly secrets: VillageSecrets
}

/** What its queries read from. */
export interface RoundReaders {
  readonly database: Database
  readonly clock: Clock
}

/** What the clock's work takes beside. */
export interface SlotParts extends RoundCommands, RoundReaders {
  readonly newId: NewId
}

export interface RoundParts extends SlotParts {
  readonly scoring: Scoring
  /** Where the operator says that serial scales are reached; none when absent. */
  readonly scaleLines?: ScaleLines
}

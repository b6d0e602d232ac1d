import type { EventBus } from '../../../platform/events.ts'
import type { Randomness } from '../../../platform/identity.ts'
import type { Tx } from '../../record/index.ts'
import type { MarketParts } from '../market/index.ts'

export interface AdoptionParts extends MarketParts {
  readonly events: EventBus<Tx>
  readonly randomness: Randomness
}

export type AdoptionCommands = Pick<AdoptionParts, 'act' | 'secrets'>
export type AdoptionReaders = Pick<AdoptionParts, 'database' | 'clock'>

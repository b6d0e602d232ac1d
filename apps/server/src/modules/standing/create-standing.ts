import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import type { EventBus } from '../../platform/events.ts'
import { inEveryVillage } from '../../platform/jobs.ts'
import {
  householdJoined,
  householdLeft,
  householdMoved,
  selectVillageIds,
} from '../community/index.ts'
import { honourPosted } from '../ledger/index.ts'
import type { Tx } from '../record/index.ts'
import { foldStanding } from './fold-standing.ts'
import { createFolder, type Folder } from './folder.ts'
import { queueMembership, queuePosting } from './queue-standing.ts'

export interface Standing {
  readonly folder: Folder
  /** For the clock: folds what a crash left behind, and sets the weekly mark on Mondays. */
  foldAllVillages(): Promise<void>
}

export interface StandingParts {
  readonly database: Database
  readonly clock: Clock
  readonly events: EventBus<Tx>
  readonly onFault: (error: unknown) => void
}

/** Listens to the ledger and the community, and folds soon after they commit. */
export function createStanding({ database, clock, events, onFault }: StandingParts): Standing {
  const folder = createFolder({ database, clock, onFault })
  const thenFold = <Payload>(queue: (tx: Tx, payload: Payload) => Promise<void>) => {
    return async (tx: Tx, payload: Payload) => {
      await queue(tx, payload)
      tx.afterCommit(() => folder.wake(tx.villageId))
    }
  }
  events.on(honourPosted, thenFold(queuePosting))
  events.on(householdJoined, thenFold(queueMembership))
  events.on(householdLeft, thenFold(queueMembership))
  events.on(householdMoved, thenFold(queueMembership))
  return {
    folder,
    foldAllVillages: async () => {
      const villageIds = await database.outsideVillages(selectVillageIds)
      await inEveryVillage(villageIds, (villageId) => foldStanding(database, clock, villageId))
    },
  }
}

import { inEveryVillage, type Job } from '../../../platform/jobs.ts'
import { selectVillageIds } from '../../community/index.ts'
import { selectRunningOffers } from '../offers/offer.store.ts'
import type { QueueParts } from '../parts.ts'
import { announceQueue } from './announce-queue.ts'
import { drawQueue } from './draw-queue.ts'
import { moveQueue } from './settle-queue.ts'

/** Moves the queues of every village on, as far as their time has come. */
export function runQueuesJob(parts: QueueParts): Job {
  return {
    name: 'run-queues',
    everyMinutes: 1,
    run: async () => {
      const villageIds = await parts.database.outsideVillages(selectVillageIds)
      await inEveryVillage(villageIds, (villageId) => runQueues(parts, villageId))
    },
  }
}

/**
 * Announces, draws and settles what is due in a village. Each step is a command of its own under the
 * offer's row: whoever is killed between two is followed by the next run, and of two at once the
 * second finds the step done.
 */
export async function runQueues(parts: QueueParts, villageId: string): Promise<void> {
  const { database, clock, coveringCheckpoint } = parts
  const offers = await database.inVillage(villageId, (db) => selectRunningOffers(db, villageId))
  for (const { offerId, state, closesAt, announcedRecordId } of offers) {
    if (state === 'published' && closesAt <= clock.now())
      await announceQueue(parts, villageId, offerId)
    if (state === 'announced' && announcedRecordId !== null) {
      const checkpoint = await database.inVillage(villageId, (db) =>
        coveringCheckpoint(db, villageId, announcedRecordId),
      )
      if (checkpoint !== null) await drawQueue(parts, villageId, offerId, checkpoint)
    }
    if (state === 'drawn' || state === 'settled') await moveQueue(parts, villageId, offerId)
  }
}

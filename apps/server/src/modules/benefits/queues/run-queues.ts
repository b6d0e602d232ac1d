import { addCivilDays, civilDay, startOfCivilDay } from '@azalea/text'
import { inEveryVillage, type Job } from '../../../platform/jobs.ts'
import { selectVillageIds } from '../../community/index.ts'
import type { QueueParts } from '../parts.ts'
import { announceQueue } from './announce-queue.ts'
import { drawQueue } from './draw-queue.ts'
import { selectDueOffers, type DueOffer } from './due.store.ts'
import { moveQueue, OBJECTED_WITHIN_DAYS } from './settle-queue.ts'

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
 * Announces, draws and settles what is due in a village; where nothing is, one query finds that. Each
 * step is a command of its own under the offer's row: whoever is killed between two is followed by the
 * next run, and of two at once the second finds the step done.
 */
export async function runQueues(parts: QueueParts, villageId: string): Promise<void> {
  const now = parts.clock.now()
  const today = civilDay(now)
  const objectedSince = startOfCivilDay(addCivilDays(today, -OBJECTED_WITHIN_DAYS))
  const due = await parts.database.readInVillage(villageId, (db) =>
    selectDueOffers(db, villageId, { now, today, objectedSince }),
  )
  for (const one of due) await takeStep(parts, villageId, one)
}

async function takeStep(parts: QueueParts, villageId: string, due: DueOffer): Promise<void> {
  const { offerId, step } = due
  if (step === 'announce') await announceQueue(parts, villageId, offerId)
  else if (step === 'draw') await drawWhenCovered(parts, villageId, due)
  else await moveQueue(parts, villageId, offerId, step)
}

async function drawWhenCovered(
  parts: QueueParts,
  villageId: string,
  { offerId, announcedRecordId }: DueOffer,
): Promise<void> {
  if (announcedRecordId === null) return
  const checkpoint = await parts.database.readInVillage(villageId, (db) =>
    parts.coveringCheckpoint(db, villageId, announcedRecordId),
  )
  if (checkpoint !== null) await drawQueue(parts, villageId, offerId, checkpoint)
}

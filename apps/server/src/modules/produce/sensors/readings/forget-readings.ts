import { KEPT_DAYS } from '@azalea/produce-rules'
import { civilDay } from '@azalea/text'
import type { Clock } from '../../../../platform/clock.ts'
import type { Database } from '../../../../platform/database/database.ts'
import { inEveryVillage, type Job } from '../../../../platform/jobs.ts'
import { selectVillageIds } from '../../../community/index.ts'
import { deleteReadings, deleteStrays } from './reading.store.ts'

const DAY = 86_400_000
/** A day longer than a gateway may be late, so that what it sends again is still known. */
const READINGS_DAYS = KEPT_DAYS + 1
/** This season beside the one before. */
const HOURS_DAYS = 730
const STRAYS_DAYS = 30

/** Single readings go after some days, hours after two years. */
export function forgetReadingsJob(parts: {
  readonly database: Database
  readonly clock: Clock
}): Job {
  return {
    name: 'forget-sensor-readings',
    everyMinutes: 30,
    run: async () => {
      const villageIds = await parts.database.outsideVillages(selectVillageIds)
      await inEveryVillage(villageIds, (villageId) => forgetReadings(parts, villageId))
    },
  }
}

export async function forgetReadings(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  villageId: string,
): Promise<{ readonly gone: number }> {
  const now = clock.now().getTime()
  return database.inVillage(villageId, async (db) => {
    const gone = await deleteReadings(db, villageId, {
      readingsBefore: new Date(now - READINGS_DAYS * DAY),
      hoursBefore: new Date(now - HOURS_DAYS * DAY),
    })
    await deleteStrays(db, villageId, civilDay(new Date(now - STRAYS_DAYS * DAY)))
    return { gone }
  })
}

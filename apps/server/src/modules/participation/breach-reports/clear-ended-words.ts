import type { Database } from '../../../platform/database/database.ts'
import { inEveryVillage, type Job } from '../../../platform/jobs.ts'
import { deleteOwnedFiles, selectVillageIds } from '../../community/index.ts'
import { clearBreachWordsOf, takeEnded } from './erased-words.store.ts'

/** Clears, in every village, what a report needed of persons who were erased while it ran. */
export function clearEndedReportsJob({ database }: { readonly database: Database }): Job {
  return {
    name: 'clear-ended-reports',
    everyMinutes: 30,
    run: async () => {
      const villageIds = await database.outsideVillages(selectVillageIds)
      await inEveryVillage(villageIds, (villageId) => clearEndedReports(database, villageId))
    },
  }
}

/** Words and pictures of erased persons go once the report that needed them has ended. */
export async function clearEndedReports(database: Database, villageId: string): Promise<void> {
  await database.inVillage(villageId, async (db) => {
    const { personIds, fileIds } = await takeEnded(db, villageId)
    for (const personId of personIds) await clearBreachWordsOf(db, villageId, personId)
    await deleteOwnedFiles(db, villageId, personIds, fileIds)
  })
}

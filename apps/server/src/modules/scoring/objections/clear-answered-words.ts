import type { Database } from '../../../platform/database/database.ts'
import { inEveryVillage, type Job } from '../../../platform/jobs.ts'
import { deleteOwnedFiles, selectVillageIds } from '../../community/index.ts'
import { clearWordsOf, takeAnswered } from './erased-words.store.ts'

/** Clears, in every village, what an objection needed of persons who were erased while it waited. */
export function clearAnsweredObjectionsJob({ database }: { readonly database: Database }): Job {
  return {
    name: 'clear-answered-objections',
    everyMinutes: 30,
    run: async () => {
      const villageIds = await database.outsideVillages(selectVillageIds)
      await inEveryVillage(villageIds, (villageId) => clearAnsweredObjections(database, villageId))
    },
  }
}

export async function clearAnsweredObjections(
  database: Database,
  villageId: string,
): Promise<void> {
  await database.inVillage(villageId, async (db) => {
    const { personIds, fileIds } = await takeAnswered(db, villageId)
    for (const personId of personIds) await clearWordsOf(db, villageId, personId)
    await deleteOwnedFiles(db, villageId, personIds, fileIds)
  })
}

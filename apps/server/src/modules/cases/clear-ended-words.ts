import type { Database, Db } from '../../platform/database/database.ts'
import { inEveryVillage, type Job } from '../../platform/jobs.ts'
import { deleteOwnedFiles, selectVillageIds } from '../community/index.ts'

/** How a kind of case gives back what it kept of persons who were erased while it ran. */
export interface KeptWords {
  /** Takes the notes off the cases that have ended: whom they named, and their pictures. */
  readonly takeEnded: (
    db: Db,
    villageId: string,
  ) => Promise<{ readonly personIds: readonly string[]; readonly fileIds: readonly string[] }>
  /** Clears what a person wrote and what was written about them, but for what an open case needs. */
  readonly clearWordsOf: (db: Db, villageId: string, personId: string) => Promise<void>
}

/** Clears, in every village, what cases needed of persons who were erased while they ran. */
export function clearEndedWordsJob(name: string, database: Database, kept: KeptWords): Job {
  return {
    name,
    everyMinutes: 30,
    run: async () => {
      const villageIds = await database.outsideVillages(selectVillageIds)
      await inEveryVillage(villageIds, (villageId) => clearEndedWords(database, villageId, kept))
    },
  }
}

/** Words and pictures of erased persons go once the case that needed them has ended. */
export async function clearEndedWords(
  database: Database,
  villageId: string,
  { takeEnded, clearWordsOf }: KeptWords,
): Promise<void> {
  await database.inVillage(villageId, async (db) => {
    const { personIds, fileIds } = await takeEnded(db, villageId)
    for (const personId of personIds) await clearWordsOf(db, villageId, personId)
    await deleteOwnedFiles(db, villageId, personIds, fileIds)
  })
}

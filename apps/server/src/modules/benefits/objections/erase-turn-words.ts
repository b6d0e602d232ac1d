import type { Erasure } from '../../../platform/contributions.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Job } from '../../../platform/jobs.ts'
import { clearEndedWords, clearEndedWordsJob, type KeptWords } from '../../cases/index.ts'
import { clearTurnWordsOf, keepWordsToTheDecision, takeDecided } from './erased-words.store.ts'

const kept: KeptWords = {
  takeEnded: async (db, villageId) => ({
    personIds: await takeDecided(db, villageId),
    fileIds: [],
  }),
  clearWordsOf: clearTurnWordsOf,
}

/** With an erasure go the words of objections to turns that were decided; of others they stay until then. */
export const eraseTurnWords: Erasure<unknown> = async (_, tx, { personId }) => {
  await keepWordsToTheDecision(tx.db, tx.villageId, personId)
  await clearTurnWordsOf(tx.db, tx.villageId, personId)
}

export function clearDecidedTurnsJob({ database }: { readonly database: Database }): Job {
  return clearEndedWordsJob('clear-decided-turns', database, kept)
}

export async function clearDecidedTurns(database: Database, villageId: string): Promise<void> {
  await clearEndedWords(database, villageId, kept)
}

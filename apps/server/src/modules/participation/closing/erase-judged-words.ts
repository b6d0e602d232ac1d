import type { Erasure } from '../../../platform/contributions.ts'
import type { Database, Db } from '../../../platform/database/database.ts'
import type { Job } from '../../../platform/jobs.ts'
import { clearEndedWords, clearEndedWordsJob, type KeptWords } from '../../cases/index.ts'
import { selectDisputedSources } from '../../scoring/index.ts'
import { clearJudgedWordsOf, keepJudgedWords, takeJudged } from './judged-words.store.ts'

const disputedIn = (db: Db, villageId: string) => selectDisputedSources(db, villageId, 'attendance')

/**
 * With an erasure go the words beside scores and spot checks that the person wrote or that are about
 * them; where an award that rests on them is disputed, they stay until the answer.
 */
export const eraseJudgedWords: Erasure<unknown> = async (_, tx, { personId, keptFileIds }) => {
  const disputed = await disputedIn(tx.db, tx.villageId)
  for (const fileId of await keepJudgedWords(tx.db, tx.villageId, personId, disputed))
    keptFileIds.add(fileId)
  await clearJudgedWordsOf(tx.db, tx.villageId, personId, disputed)
}

const kept: KeptWords = {
  takeEnded: async (db, villageId) => takeJudged(db, villageId, await disputedIn(db, villageId)),
  clearWordsOf: async (db, villageId, personId) =>
    clearJudgedWordsOf(db, villageId, personId, await disputedIn(db, villageId)),
}

export function clearJudgedWordsJob({ database }: { readonly database: Database }): Job {
  return clearEndedWordsJob('clear-judged-words', database, kept)
}

export async function clearJudgedWords(database: Database, villageId: string): Promise<void> {
  await clearEndedWords(database, villageId, kept)
}

import type { Database } from '../../../platform/database/database.ts'
import type { Job } from '../../../platform/jobs.ts'
import { clearEndedWords, clearEndedWordsJob, type KeptWords } from '../../cases/index.ts'
import { clearWordsOf, takeAnswered } from './erased-words.store.ts'

const kept: KeptWords = { takeEnded: takeAnswered, clearWordsOf }

export function clearAnsweredObjectionsJob({ database }: { readonly database: Database }): Job {
  return clearEndedWordsJob('clear-answered-objections', database, kept)
}

export async function clearAnsweredObjections(
  database: Database,
  villageId: string,
): Promise<void> {
  await clearEndedWords(database, villageId, kept)
}

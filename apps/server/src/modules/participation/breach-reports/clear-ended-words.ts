import type { Database } from '../../../platform/database/database.ts'
import type { Job } from '../../../platform/jobs.ts'
import { clearEndedWords, clearEndedWordsJob, type KeptWords } from '../../cases/index.ts'
import { clearBreachWordsOf, takeEnded } from './erased-words.store.ts'

const kept: KeptWords = { takeEnded, clearWordsOf: clearBreachWordsOf }

export function clearEndedReportsJob({ database }: { readonly database: Database }): Job {
  return clearEndedWordsJob('clear-ended-reports', database, kept)
}

export async function clearEndedReports(database: Database, villageId: string): Promise<void> {
  await clearEndedWords(database, villageId, kept)
}

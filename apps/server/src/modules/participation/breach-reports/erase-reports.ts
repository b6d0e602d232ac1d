import type { Erasure } from '../../../platform/contributions.ts'
import { clearBreachWordsOf, keepWordsToTheEnd } from './erased-words.store.ts'

/** With an erasure go the words of reports that have ended; of others they stay to the end. */
export const eraseReports: Erasure<unknown> = async (_, tx, { personId, keptFileIds }) => {
  for (const fileId of await keepWordsToTheEnd(tx.db, tx.villageId, personId))
    keptFileIds.add(fileId)
  await clearBreachWordsOf(tx.db, tx.villageId, personId)
}

import type { Erasure } from '../../../platform/contributions.ts'
import { clearWordsOf, keepWordsToTheAnswer } from './erased-words.store.ts'

/** With an erasure go the words of objections; of open ones they stay to the answer. */
export const eraseWords: Erasure<unknown> = async (_, tx, { personId, keptFileIds }) => {
  for (const fileId of await keepWordsToTheAnswer(tx.db, tx.villageId, personId))
    keptFileIds.add(fileId)
  await clearWordsOf(tx.db, tx.villageId, personId)
}

import type { EventBus } from '../../../platform/events.ts'
import { personErased } from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
import { clearBreachWordsOf, keepWordsToTheEnd } from './erased-words.store.ts'

/** With an erasure go the words of reports that have ended; of others they stay to the end. */
export function eraseReports(events: EventBus<Tx>): void {
  events.on(personErased, async (tx, { personId, keptFileIds }) => {
    for (const fileId of await keepWordsToTheEnd(tx.db, tx.villageId, personId))
      keptFileIds.add(fileId)
    await clearBreachWordsOf(tx.db, tx.villageId, personId)
  })
}

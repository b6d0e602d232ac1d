import type { EventBus } from '../../../platform/events.ts'
import { personErased } from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
import { deleteEstimate } from './calibrated/estimate.store.ts'
import { clearRatingWords } from './rating.store.ts'

/** With an erasure go the words and photos of the person's ratings; the stars stay. */
export function eraseRatings(events: EventBus<Tx>): void {
  events.on(personErased, async (tx, { personId }) => {
    await clearRatingWords(tx.db, tx.villageId, personId)
    await deleteEstimate(tx.db, tx.villageId, personId)
  })
}

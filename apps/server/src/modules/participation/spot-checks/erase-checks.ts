import type { EventBus } from '../../../platform/events.ts'
import { personErased } from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
import { clearCheckWords } from './spot-check.store.ts'

/** With an erasure go the words of the spot checks that the person made. */
export function eraseChecks(events: EventBus<Tx>): void {
  events.on(personErased, (tx, { personId }) => clearCheckWords(tx.db, tx.villageId, personId))
}

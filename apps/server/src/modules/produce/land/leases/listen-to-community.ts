import { civilDay } from '@azalea/text'
import type { EventBus } from '../../../../platform/events.ts'
import { householdLeft, personDeparted, personErased } from '../../../community/index.ts'
import type { Tx, VillageSecrets } from '../../../record/index.ts'
import { selectRunningLeases, type Lease } from './lease.store.ts'
import { giveBack } from './release-plot.ts'

/** Who leaves, dies or moves away gives the plot back. */
export function listenToCommunity(events: EventBus<Tx>, secrets: VillageSecrets): void {
  const giveBackOf = async (tx: Tx, isTheirs: (lease: Lease) => boolean) => {
    const leases = await selectRunningLeases(tx.db, tx.villageId, civilDay(tx.now))
    for (const lease of leases.filter(isTheirs)) await giveBack(tx, secrets, lease)
  }
  events.on(householdLeft, (tx, { householdId }) =>
    giveBackOf(tx, (lease) => lease.householdId === householdId),
  )
  events.on(personDeparted, (tx, { personId }) =>
    giveBackOf(tx, (lease) => lease.personId === personId),
  )
  events.on(personErased, (tx, { personId }) =>
    giveBackOf(tx, (lease) => lease.personId === personId),
  )
}

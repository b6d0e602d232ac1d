import type { Actor } from '../../../../platform/actor.ts'
import type { LandCommands } from '../parts.ts'
import { lockPlot } from '../plots/plot.store.ts'
import { refuse } from '../refusals.ts'
import { beginLease, requireSeason } from './begin-lease.ts'
import { endLease } from './end-lease.ts'
import { lockLease } from './lease.store.ts'
import { requireGrower } from './require-grower.ts'

/**
 * Takes over a plot that somebody passes on, accepting the convention in force.
 * @throws Refusal 'unknown_lease', 'no_transfer', 'second_plot', those of requireGrower and requireSeason
 */
export async function acceptTransfer(
  { act, secrets }: LandCommands,
  actor: Actor,
  key: string,
  { leaseId, edition }: { readonly leaseId: string; readonly edition: number },
): Promise<{ readonly leaseId: string }> {
  return act({ name: 'accept-transfer', actor, key, input: { leaseId, edition } }, async (tx) => {
    const holder = await requireGrower(tx, actor, undefined)
    const lease = await lockLease(tx.db, tx.villageId, leaseId)
    if (lease === null) throw refuse('unknown_lease')
    if (lease.toPersonId !== actor.personId) throw refuse('no_transfer')
    const { plotId, growingSeasonId } = lease
    const season = await requireSeason(tx, growingSeasonId, edition)
    await lockPlot(tx.db, tx.villageId, plotId)
    await endLease(tx, secrets, lease, 'transferred')
    const taking = { season, plotId, holder, edition, fromLeaseId: leaseId }
    return { leaseId: await beginLease(tx, secrets, taking) }
  })
}

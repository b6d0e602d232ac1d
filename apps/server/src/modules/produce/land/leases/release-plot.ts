import type { Actor } from '../../../../platform/actor.ts'
import type { OnBehalf } from '../../../cases/index.ts'
import { changeKeeper, readSubjects } from '../../../community/index.ts'
import type { Tx, VillageSecrets } from '../../../record/index.ts'
import type { LandCommands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { endLease } from './end-lease.ts'
import { lockLease, type Lease } from './lease.store.ts'
import { behalfOf, requireGrower } from './require-grower.ts'

/**
 * Gives a plot back before the season ends.
 * @throws Refusal 'unknown_lease', 'lease_not_own', those of requireGrower
 */
export async function releasePlot(
  { act, secrets }: LandCommands,
  actor: Actor,
  key: string,
  { leaseId, onBehalf }: { readonly leaseId: string; readonly onBehalf?: OnBehalf | undefined },
): Promise<Record<string, never>> {
  const input = { leaseId, ...behalfOf(onBehalf) }
  return act({ name: 'release-plot', actor, key, input }, async (tx) => {
    const grower = await requireGrower(tx, actor, onBehalf)
    const lease = await lockLease(tx.db, tx.villageId, leaseId)
    if (lease === null) throw refuse('unknown_lease')
    if (lease.personId !== grower.personId) throw refuse('lease_not_own')
    await giveBack(tx, secrets, lease)
    return {}
  })
}

/** Ends a lease; nobody keeps the plot until somebody leases it. */
export async function giveBack(tx: Tx, secrets: VillageSecrets, lease: Lease): Promise<void> {
  await endLease(tx, secrets, lease, 'released')
  const subject = (await readSubjects(tx.db, tx.villageId, [lease.plotId])).get(lease.plotId)
  if (subject?.keeperHouseholdId === lease.householdId)
    await changeKeeper(tx, secrets, lease.plotId, null)
}

import { leaseEnded } from '@azalea/records'
import type { Tx, VillageSecrets } from '../../../record/index.ts'
import type { LeaseEnd } from '../tables.ts'
import { changeLease, type Lease } from './lease.store.ts'

/** Ends a lease before its season does, with its record. */
export async function endLease(
  tx: Tx,
  secrets: VillageSecrets,
  { leaseId, personId }: Lease,
  as: LeaseEnd,
): Promise<void> {
  const change = { ended_as: as, ended_at: tx.now, to_person_id: null }
  await changeLease(tx.db, tx.villageId, leaseId, change)
  const lease = (await secrets.of(tx.db, tx.villageId)).pseudonym('lease', leaseId)
  tx.append(leaseEnded({ public: { lease, as }, parts: [{ personId, payload: { leaseId } }] }))
}

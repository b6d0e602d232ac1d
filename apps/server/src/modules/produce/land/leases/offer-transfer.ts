import type { Actor } from '../../../../platform/actor.ts'
import {
  findPeopleNamed,
  readPeople,
  readSubjects,
  requireJoinedMember,
  sendMessage,
} from '../../../community/index.ts'
import type { Tx } from '../../../record/index.ts'
import type { LandCommands } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { changeLease, lockLease } from './lease.store.ts'

/** Somebody of the village, as a neighbour would name them. */
export interface NamedGrower {
  readonly name: string
  readonly groupNo: number
}

/**
 * Offers one's plot to somebody, who accepts it with the convention; offering it to nobody takes that back.
 * @throws Refusal 'unknown_lease', 'lease_not_own', 'transfer_receiver_unknown',
 *   'transfer_receiver_ambiguous', 'transfer_to_oneself', those of requireJoinedMember
 */
export async function offerTransfer(
  { act }: Pick<LandCommands, 'act'>,
  actor: Actor,
  key: string,
  { leaseId, to }: { readonly leaseId: string; readonly to: NamedGrower | null },
): Promise<Record<string, never>> {
  const input = { leaseId, to: to === null ? null : { ...to } }
  return act({ name: 'offer-transfer', actor, key, input }, async (tx) => {
    const { db, villageId } = tx
    const lease = await lockLease(db, villageId, leaseId)
    if (lease === null) throw refuse('unknown_lease')
    if (lease.personId !== actor.personId) throw refuse('lease_not_own')
    const toPersonId = to === null ? null : await findGrower(tx, actor, to)
    await changeLease(db, villageId, leaseId, { to_person_id: toPersonId })
    if (toPersonId === null) return {}
    const subject = (await readSubjects(db, villageId, [lease.plotId])).get(lease.plotId)
    const holder = (await readPeople(db, villageId, [actor.personId])).get(actor.personId)
    await sendMessage(tx, toPersonId, 'lease.offered', {
      leaseId,
      label: subject?.label ?? '',
      byName: holder?.name ?? '',
    })
    return {}
  })
}

async function findGrower(tx: Tx, actor: Actor, { name, groupNo }: NamedGrower): Promise<string> {
  const [found, other] = await findPeopleNamed(tx.db, tx.villageId, { name, groupNo })
  if (found === undefined) throw refuse('transfer_receiver_unknown', { name })
  if (other !== undefined) throw refuse('transfer_receiver_ambiguous', { name })
  if (found.personId === actor.personId) throw refuse('transfer_to_oneself')
  await requireJoinedMember(tx, found.personId, actor)
  return found.personId
}

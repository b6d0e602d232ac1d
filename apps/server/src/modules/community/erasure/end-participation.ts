import type { Tx } from '../../record/index.ts'
import { endProposals } from '../credentials/end-proposals.ts'
import { replaceHead } from '../people/person.store.ts'
import { requireNotLast } from '../roles/role-policy.ts'
import { deleteGrantsOf, lockRoles, selectGrants } from '../roles/role.store.ts'
import { lockRoster } from '../roster/roster.store.ts'
import { deleteSessionsOfPeople } from '../sign-in/session.store.ts'
import {
  deleteCode,
  deleteDevices,
  lockPhone,
  replaceIdentities,
  selectPhoneHashesOf,
} from '../sign-in/sign-in.store.ts'

/** An import that runs at the same moment must not write back what is about to go. */
export async function lockEntries(tx: Tx): Promise<void> {
  await lockRoster(tx.db, tx.villageId)
  await lockRoles(tx.db, tx.villageId)
}

/**
 * Whoever is removed can neither act nor sign in: roles, sessions, the telephone's door, its codes
 * and known browsers end, and the household gets another head. A sign-in with the telephone waits
 * for the commit. Call it once the person's own row says so.
 * @throws Refusal 'last_of_role'
 */
export async function endParticipation(tx: Tx, personId: string): Promise<void> {
  const { db, villageId } = tx
  const grants = await selectGrants(db, villageId, null)
  for (const { role } of grants.filter((grant) => grant.personId === personId))
    requireNotLast(grants, personId, role)
  await replaceHead(db, villageId, personId)
  await deleteGrantsOf(db, villageId, personId)
  for (const phoneHash of await selectPhoneHashesOf(db, villageId, personId)) {
    await lockPhone(db, phoneHash)
    await deleteCode(db, phoneHash)
    await deleteDevices(db, phoneHash)
  }
  await replaceIdentities(db, villageId, [{ personId, phoneHash: null }], tx.now)
  await endProposals(tx, [personId], null)
  await deleteSessionsOfPeople(db, villageId, [personId])
}

import { roleRevoked } from '@azalea/records'
import type { Actor, Role } from '../../../platform/actor.ts'
import type { Act } from '../../record/index.ts'
import { sendMessage } from '../messages/send-message.ts'
import { refuse } from '../refusals.ts'
import { requireMayGive, requireNotLast } from './role-policy.ts'
import { deleteGrant, lockRoles, selectGrants } from './role.store.ts'

/**
 * Takes a role back; anyone may lay down their own.
 * @throws Refusal 'role_not_yours_to_give', 'role_not_held', 'last_of_role'
 */
export async function revokeRole(
  { act }: { readonly act: Act },
  actor: Actor,
  key: string,
  input: { readonly personId: string; readonly role: Role },
): Promise<Record<string, never>> {
  const { personId, role } = input
  return act({ name: 'revoke-role', actor, key, input: { personId, role } }, async (tx) => {
    if (personId !== actor.personId) requireMayGive(actor, role)
    await lockRoles(tx.db, tx.villageId)
    requireNotLast(await selectGrants(tx.db, tx.villageId, null), personId, role)
    if (!(await deleteGrant(tx.db, tx.villageId, personId, role))) throw refuse('role_not_held')
    await sendMessage(tx, personId, 'role.revoked', { role })
    const payload = { role, revokedBy: actor.personId }
    tx.append(roleRevoked({ public: { role }, parts: [{ personId, payload }] }))
    return {}
  })
}

import type { Actor } from '../../../platform/actor.ts'
import { erasePersonKey, type Act } from '../../record/index.ts'
import { personErased } from '../events.ts'
import { deleteMessagesOf } from '../messages/message.store.ts'
import { blankPerson, replaceHead } from '../people/person.store.ts'
import { deleteFilesOf } from '../photos/file.store.ts'
import { refuse } from '../refusals.ts'
import { requireNotLast } from '../roles/role-policy.ts'
import { deleteGrantsOf, lockRoles, selectGrants } from '../roles/role.store.ts'
import { deleteRosterImportsBefore } from '../roster/roster-import.store.ts'
import { lockRoster } from '../roster/roster.store.ts'
import { deleteSessionsOfPeople } from '../sign-in/session.store.ts'
import { replaceIdentities } from '../sign-in/sign-in.store.ts'

const AT_ANY_TIME = new Date('9999-12-31T00:00:00Z')

/**
 * Erases a person at their own request (PIPL art. 47): name, telephone, identity, roles, sessions,
 * messages, pictures and waiting roster files go; with the person's key every sealed part in the record becomes unreadable.
 * Points that the household earned through them stay, without a name.
 * @throws Refusal 'erase_oneself', 'unknown_person', 'last_of_role'
 */
export async function erasePerson(
  act: Act,
  actor: Actor,
  key: string,
  input: { readonly personId: string; readonly reason: string },
): Promise<Record<string, never>> {
  const { personId } = input
  return act({ name: 'erase-person', actor, key, input: { ...input } }, async (tx) => {
    const { db, villageId } = tx
    if (personId === actor.personId) throw refuse('erase_oneself')
    // An import that runs at the same moment must not write the name back.
    await lockRoster(db, villageId)
    await lockRoles(db, villageId)
    const grants = await selectGrants(db, villageId, null)
    for (const { role } of grants.filter((grant) => grant.personId === personId))
      requireNotLast(grants, personId, role)
    if (!(await blankPerson(db, villageId, personId, tx.now))) throw refuse('unknown_person')
    await replaceHead(db, villageId, personId)
    await deleteGrantsOf(db, villageId, personId)
    await replaceIdentities(db, villageId, [{ personId, phoneHash: null }])
    await deleteSessionsOfPeople(db, villageId, [personId])
    await deleteMessagesOf(db, villageId, personId)
    await deleteFilesOf(db, villageId, personId)
    await deleteRosterImportsBefore(db, villageId, AT_ANY_TIME)
    await erasePersonKey(tx, personId)
    await tx.publish(personErased, { personId })
    // Sealed with the key of who did it: the erased person has none any more.
    const payload = { personId, reason: input.reason }
    tx.append({ kind: 'person.erased', public: {}, parts: [{ personId: actor.personId, payload }] })
    return {}
  })
}

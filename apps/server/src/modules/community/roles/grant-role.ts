import { roleGranted } from '@azalea/records'
import type { Actor, Role } from '../../../platform/actor.ts'
import type { Act, Tx } from '../../record/index.ts'
import { selectGroups } from '../founding/village.store.ts'
import { sendMessage, sendMessages } from '../messages/send-message.ts'
import { maskName } from '../people/mask-name.ts'
import { readPeople } from '../people/person.store.ts'
import { removalConfirmers } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { lineOf } from '../second-person/second-person.ts'
import { rolesGiving, requireMayGive, requireSupervisorApart } from './role-policy.ts'
import { deleteGrant, insertGrants, lockRoles, readHoldersOf, selectGrants } from './role.store.ts'

export interface GrantInput {
  readonly personId: string
  readonly role: Role
  /** Needed for a group leader, left out for every other role. */
  readonly groupNo?: number | undefined
}

/**
 * Gives a person a role; a group leader may be given another group. Of an office that confirms what
 * others propose, everyone who holds one is told: nobody makes themselves a second person unseen.
 * @throws Refusal 'role_not_yours_to_give', 'role_to_oneself', 'unknown_person', 'unknown_group',
 *   'role_already_held', 'supervisor_of_own_committee', 'supervisor_related_to_committee'
 */
export async function grantRole(
  { act }: { readonly act: Act },
  actor: Actor,
  key: string,
  input: GrantInput,
): Promise<Record<string, never>> {
  const { personId, role } = input
  const groupNo = role === 'group_leader' ? (input.groupNo ?? null) : null
  return act({ name: 'grant-role', actor, key, input: { personId, role, groupNo } }, async (tx) => {
    requireMayGive(actor, role)
    if (personId === actor.personId) throw refuse('role_to_oneself')
    await lockRoles(tx.db, tx.villageId)
    const person = (await readPeople(tx.db, tx.villageId, [personId])).get(personId)
    if (!person?.isPresent) throw refuse('unknown_person')
    if (role === 'group_leader') {
      const groups = await selectGroups(tx.db, tx.villageId)
      if (groupNo === null || !groups.has(groupNo)) throw refuse('unknown_group')
    }
    const held = await selectGrants(tx.db, tx.villageId, [personId])
    const same = held.find((grant) => grant.role === role)
    if (same && same.groupNo === groupNo) throw refuse('role_already_held')
    if (same) await deleteGrant(tx.db, tx.villageId, personId, role)
    await requireSupervisorApart(tx, personId, role)
    const grantedThrough = await lineOfGiver(tx, actor, role)
    const given = { grantedBy: actor.personId, grantedThrough, grantedAt: tx.now }
    await insertGrants(tx.db, tx.villageId, [{ personId, role, groupNo, ...given }])
    await sendMessage(tx, personId, 'role.granted', { role, groupNo })
    if (removalConfirmers.includes(role))
      await notifyOffices(tx, [personId, actor.personId], {
        role,
        name: maskName(person.name ?? ''),
      })
    const payload = { role, groupNo, grantedBy: actor.personId }
    tx.append(roleGranted({ public: { role }, parts: [{ personId, payload }] }))
    return {}
  })
}

/** To whom the giver owes the office by which they give; the shortest line, where two give it. */
async function lineOfGiver(tx: Tx, { personId }: Actor, role: Role): Promise<readonly string[]> {
  const held = await selectGrants(tx.db, tx.villageId, [personId])
  const lines = held.filter((grant) => rolesGiving(role).includes(grant.role)).map(lineOf)
  return lines.toSorted((one, other) => one.length - other.length)[0] ?? []
}

async function notifyOffices(
  tx: Tx,
  exceptIds: readonly string[],
  params: { readonly role: Role; readonly name: string },
): Promise<void> {
  const holders = await readHoldersOf(tx.db, tx.villageId, removalConfirmers)
  await sendMessages(
    tx,
    holders
      .filter((holder) => !exceptIds.includes(holder))
      .map((personId) => ({ personId, kind: 'role.colleague_granted', params })),
  )
}

import type { Actor } from '../../../platform/actor.ts'
import type { Act, Tx } from '../../record/index.ts'
import { personDeparted } from '../events.ts'
import { sendMessage } from '../messages/send-message.ts'
import { readHouseholds } from '../people/household.store.ts'
import { replaceHead } from '../people/person.store.ts'
import { refuse } from '../refusals.ts'
import { requireSupervisorApart } from '../roles/role-policy.ts'
import { lockRoles, selectGrants } from '../roles/role.store.ts'
import { lockRoster } from '../roster/roster.store.ts'
import { setHead, setHousehold } from './entering.store.ts'
import { requireOtherHousehold, resolvePlace, type Place } from './place.ts'
import { requirePresentEntry } from './require-person.ts'

/**
 * Moves a person to another household. What they earned stays with the old one, what they earn from
 * now on is the new one's; the old one gets another head if they headed it.
 * @throws Refusal 'same_household', 'own_household_entry', 'supervisor_related_to_committee', and
 *   those of `requirePresentEntry` and `resolvePlace`
 */
export async function movePerson(
  act: Act,
  actor: Actor,
  key: string,
  input: { readonly personId: string; readonly place: Place; readonly reason: string },
): Promise<{ householdId: string }> {
  const request = { ...input, place: { ...input.place } }
  return act({ name: 'move-person', actor, key, input: request }, async (tx) => {
    const { db, villageId } = tx
    const { personId, reason } = input
    await lockRoster(db, villageId)
    await lockRoles(db, villageId)
    const person = await requirePresentEntry(tx, actor, personId)
    const place = await resolvePlace(tx, input.place)
    const { householdId } = place
    requireOtherHousehold(actor, householdId)
    if (householdId === person.householdId) throw refuse('same_household')
    const from = (await readHouseholds(db, villageId, [person.householdId])).get(person.householdId)
    await setHousehold(db, villageId, personId, householdId)
    await requireOfficesApart(tx, personId)
    await replaceHead(db, villageId, personId)
    if (place.headPersonId === null) await setHead(db, villageId, householdId, personId)
    if (!place.joined) await tx.publish(personDeparted, { personId })
    const told = {
      fromGroup: from?.groupName ?? '',
      fromHouseNo: from?.houseNo ?? '',
      group: place.groupName,
      houseNo: place.houseNo,
      reason,
    }
    await sendMessage(tx, personId, 'person.moved', told)
    const payload = { ...told, movedBy: actor.personId }
    tx.append({ kind: 'person.moved', public: {}, parts: [{ personId, payload }] })
    return { householdId }
  })
}

/** @throws Refusal 'supervisor_related_to_committee' when moving makes them live together */
async function requireOfficesApart(tx: Tx, personId: string): Promise<void> {
  for (const { role } of await selectGrants(tx.db, tx.villageId, [personId]))
    await requireSupervisorApart(tx, personId, role)
}

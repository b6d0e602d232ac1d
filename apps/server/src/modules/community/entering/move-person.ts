import type { Actor } from '../../../platform/actor.ts'
import type { Act } from '../../record/index.ts'
import { readHouseholds } from '../people/household.store.ts'
import { refuse } from '../refusals.ts'
import { lockRoles, selectGrants } from '../roles/role.store.ts'
import { isKeptByOffice } from '../roster/guard-rows.ts'
import { lockRoster } from '../roster/roster.store.ts'
import { setHead, setHousehold } from './entering.store.ts'
import { requireOtherHousehold, resolvePlace, type Place } from './place.ts'
import { requirePresentEntry } from './require-person.ts'
import { settleMoves } from './settle-moves.ts'
import { tellHouseholds } from './tell-households.ts'

/**
 * Moves a person to another household. What they earned stays with the old one, what they earn from
 * now on is the new one's; the old one gets another head if they headed it. The new one is told.
 * @throws Refusal 'same_household', 'own_household_entry', 'office_holder_moves',
 *   'supervisor_related_to_committee', and those of `requirePresentEntry` and `resolvePlace`
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
    await requireOtherHousehold(tx, actor, householdId)
    if (householdId === person.householdId) throw refuse('same_household')
    const from = (await readHouseholds(db, villageId, [person.householdId])).get(person.householdId)
    const grants = await selectGrants(db, villageId, [personId])
    if (isKeptByOffice({ holdsOffice: grants.length > 0, livesSomewhere: !from?.isOffice }))
      throw refuse('office_holder_moves')
    await setHousehold(db, villageId, personId, householdId)
    if (place.headPersonId === null) await setHead(db, villageId, householdId, personId)
    await settleMoves(tx, actor, [{ personId, from, to: place }], { reason })
    await tellHouseholds(tx, [{ personId, householdId }], { reason })
    return { householdId }
  })
}

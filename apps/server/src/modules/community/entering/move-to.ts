import type { Actor } from '../../../platform/actor.ts'
import type { Tx } from '../../record/index.ts'
import { readHouseholds } from '../people/household.store.ts'
import { refuse } from '../refusals.ts'
import { selectGrants } from '../roles/role.store.ts'
import { isKeptByOffice } from '../roster/guard-rows.ts'
import { setHead, setHousehold } from './entering.store.ts'
import { requireOtherHousehold, type Placed } from './place.ts'
import { requirePresentEntry } from './require-person.ts'
import { settleMoves } from './settle-moves.ts'
import { notifyHouseholds } from './notify-households.ts'

/**
 * Whether an actor may move somebody to a household, whoever else has to agree.
 * @throws Refusal 'same_household', 'own_household_entry', 'office_holder_moves', 'office_is_no_home',
 *   and those of `requirePresentEntry`
 */
export async function requireMovable(tx: Tx, actor: Actor, personId: string, place: Placed) {
  const { db, villageId } = tx
  const { householdId } = place
  if (place.isOffice) throw refuse('office_is_no_home')
  const person = await requirePresentEntry(tx, actor, personId)
  await requireOtherHousehold(tx, actor, householdId)
  if (householdId === person.householdId) throw refuse('same_household')
  const from = (await readHouseholds(db, villageId, [person.householdId])).get(person.householdId)
  const grants = await selectGrants(db, villageId, [personId])
  if (isKeptByOffice({ holdsOffice: grants.length > 0, livesSomewhere: !from?.isOffice }))
    throw refuse('office_holder_moves')
  return { person, from }
}

/**
 * Somebody lives in another household from now on. What they earned stays with the old one, what
 * they earn from now on is the new one's; the old one gets another head if they headed it. The new
 * one is told. Call under the locks of the roster and of the roles.
 * @throws Refusal 'supervisor_related_to_committee', and those of `requireMovable`
 */
export async function moveTo(
  tx: Tx,
  actor: Actor,
  personId: string,
  place: Placed,
  why: { readonly reason: string; readonly proposedBy?: string },
): Promise<void> {
  const { db, villageId } = tx
  const { householdId } = place
  const { reason } = why
  const { from } = await requireMovable(tx, actor, personId, place)
  await setHousehold(db, villageId, personId, householdId)
  if (place.headPersonId === null) await setHead(db, villageId, householdId, personId)
  await settleMoves(tx, actor, [{ personId, from, to: place }], why)
  await notifyHouseholds(tx, [{ personId, householdId }], { reason })
}

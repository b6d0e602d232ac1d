import type { Actor } from '../../../platform/actor.ts'
import type { Tx } from '../../record/index.ts'
import { readVillage, selectGroups } from '../founding/village.store.ts'
import { readHomeOf, readHouseholds } from '../people/household.store.ts'
import { refuse } from '../refusals.ts'
import { readHouseNo } from '../roster/cell-text.ts'
import { hasHouseNo, insertHouseholdAt } from './entering.store.ts'

/** Where somebody is entered: a household of the roster, or a door that has none yet. */
export type Place =
  | { readonly householdId: string }
  | { readonly groupNo: number; readonly houseNo: string }

export interface Placed {
  readonly householdId: string
  readonly groupName: string
  readonly houseNo: string
  readonly joined: boolean
  /** Null when nobody heads it. */
  readonly headPersonId: string | null
  /** Of those who founded the village: nobody lives there. */
  readonly isOffice: boolean
}

/**
 * The household of a place; a new door becomes one, which has not joined.
 * @throws Refusal 'unknown_household', 'unknown_group', 'bad_house_number', 'door_taken'
 */
export async function resolvePlace(tx: Tx, place: Place): Promise<Placed> {
  if ('householdId' in place) {
    const found = await readHouseholds(tx.db, tx.villageId, [place.householdId])
    const household = found.get(place.householdId)
    if (!household) throw refuse('unknown_household')
    return household
  }
  const groupName = (await selectGroups(tx.db, tx.villageId)).get(place.groupNo)
  if (groupName === undefined) throw refuse('unknown_group')
  const houseNo = readHouseNo(place.houseNo)
  if (houseNo === null || houseNo === '') throw refuse('bad_house_number')
  const householdId = tx.newId()
  const { groupNo } = place
  const village = await readVillage(tx.db, tx.villageId)
  const isOfVillage = village?.houseNumbering === 'village'
  if (isOfVillage && (await hasHouseNo(tx.db, tx.villageId, houseNo)))
    throw refuse('door_taken', { houseNo })
  if (!(await insertHouseholdAt(tx.db, tx.villageId, { householdId, groupNo, houseNo })))
    throw refuse('door_taken', { houseNo })
  return { householdId, groupName, houseNo, joined: false, headPersonId: null, isOffice: false }
}

/** @throws Refusal 'own_household_entry': nobody changes who stands in the household they live in */
export async function requireOtherHousehold(
  tx: Tx,
  { personId }: Actor,
  householdId: string,
): Promise<void> {
  const homes = await readHomeOf(tx.db, tx.villageId, [personId])
  if (homes.get(personId) === householdId) throw refuse('own_household_entry')
}

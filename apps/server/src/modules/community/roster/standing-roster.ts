import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { readVillage, selectGroups, type HouseNumbering } from '../founding/village.store.ts'
import { selectGrants } from '../roles/role.store.ts'
import {
  selectDeparted,
  selectRosterHouseholds,
  selectRosterPeople,
  type RosterHousehold,
  type RosterPerson,
} from './roster.store.ts'

/** The roster as it stands for somebody who imports, without those who were erased. */
export interface StandingRoster {
  readonly numbering: HouseNumbering
  readonly groups: ReadonlyMap<number, string>
  readonly households: readonly RosterHousehold[]
  readonly people: readonly RosterPerson[]
  /** Who died or moved away: on the roster, but not by a file any more. */
  readonly departed: ReadonlySet<string>
  /** Who holds any office. */
  readonly officeHolders: ReadonlySet<string>
  /** Where whoever imports lives; null: not in the village. */
  readonly importerHouseholdId: string | null
}

export async function readStandingRoster(
  db: Db,
  { villageId, householdId }: Pick<Actor, 'villageId' | 'householdId'>,
): Promise<StandingRoster> {
  const grants = await selectGrants(db, villageId, null)
  return {
    numbering: (await readVillage(db, villageId))?.houseNumbering ?? 'village',
    groups: await selectGroups(db, villageId),
    households: await selectRosterHouseholds(db, villageId),
    people: await selectRosterPeople(db, villageId),
    departed: new Set(await selectDeparted(db, villageId)),
    officeHolders: new Set(grants.map(({ personId }) => personId)),
    importerHouseholdId: householdId,
  }
}

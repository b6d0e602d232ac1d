import type { Db } from '../../../platform/database/database.ts'
import { selectGroups } from '../founding/village.store.ts'
import {
  selectRosterHouseholds,
  selectRosterPeople,
  type RosterHousehold,
  type RosterPerson,
} from './roster.store.ts'

/** The roster as it stands, without those who were erased. */
export interface StandingRoster {
  readonly groups: ReadonlyMap<number, string>
  readonly households: readonly RosterHousehold[]
  readonly people: readonly RosterPerson[]
}

export async function readStandingRoster(db: Db, villageId: string): Promise<StandingRoster> {
  return {
    groups: await selectGroups(db, villageId),
    households: await selectRosterHouseholds(db, villageId),
    people: await selectRosterPeople(db, villageId),
  }
}

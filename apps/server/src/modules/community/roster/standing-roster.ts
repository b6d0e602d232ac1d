import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { readVillage, selectGroups, type HouseNumbering } from '../founding/village.store.ts'
import { selectTakenHouseholds } from '../people/household.store.ts'
import { selectGrants } from '../roles/role.store.ts'
import {
  selectDeparted,
  selectRosterHouseholds,
  selectRosterPeople,
  type RosterHousehold,
  type RosterPerson,
} from './roster.store.ts'

/** What the roster holds. */
export interface RosterFacts {
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
  /** The households that somebody has a stake in, as `selectTakenHouseholds` has it. */
  readonly taken: ReadonlySet<string>
}

/**
 * The roster with what a plan looks up in it. Both may hold twenty thousand people: nothing goes
 * through all of one for each of the other.
 */
export interface StandingRoster extends RosterFacts {
  readonly groupNoByName: ReadonlyMap<string, number>
  readonly householdById: ReadonlyMap<string, RosterHousehold>
  readonly personById: ReadonlyMap<string, RosterPerson>
  readonly personByIdHash: ReadonlyMap<string, RosterPerson>
  readonly personByPhone: ReadonlyMap<string, RosterPerson>
}

/** Whether somebody stands in it beside those who founded the village. */
export function hasVillagers({ people, householdById }: StandingRoster): boolean {
  return people.some(({ householdId }) => householdById.get(householdId)?.isOffice !== true)
}

export function indexRoster(facts: RosterFacts): StandingRoster {
  const personByIdHash = new Map<string, RosterPerson>()
  const personByPhone = new Map<string, RosterPerson>()
  for (const person of facts.people) {
    const { idHash, phone } = person
    if (idHash !== null) personByIdHash.set(idHash, person)
    if (phone !== null) personByPhone.set(phone, person)
  }
  return {
    ...facts,
    // Of two groups of one name the first counts.
    groupNoByName: new Map([...facts.groups].toReversed().map(([no, name]) => [name, no])),
    householdById: new Map(facts.households.map((one) => [one.householdId, one])),
    personById: new Map(facts.people.map((one) => [one.personId, one])),
    personByIdHash,
    personByPhone,
  }
}

/** The roster as it stands for somebody who imports, without those who were erased. */
export async function readStandingRoster(
  db: Db,
  { villageId, householdId }: Pick<Actor, 'villageId' | 'householdId'>,
): Promise<StandingRoster> {
  const grants = await selectGrants(db, villageId, null)
  return indexRoster({
    numbering: (await readVillage(db, villageId))?.houseNumbering ?? 'village',
    groups: await selectGroups(db, villageId),
    households: await selectRosterHouseholds(db, villageId),
    people: await selectRosterPeople(db, villageId),
    departed: new Set(await selectDeparted(db, villageId)),
    officeHolders: new Set(grants.map(({ personId }) => personId)),
    importerHouseholdId: householdId,
    taken: await selectTakenHouseholds(db, villageId, null),
  })
}

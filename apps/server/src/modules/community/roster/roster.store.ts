import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import { portionsOf } from '../../../platform/database/portions.ts'
import type { CommunityTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<CommunityTables>()
/** A statement carries at most 65,535 values; a person has ten. */
const ROWS_A_STATEMENT = 2_000

export interface RosterHousehold {
  readonly householdId: string
  readonly houseNo: string
  readonly groupNo: number
  readonly headPersonId: string | null
  /** Of those who founded the village: nobody's home. */
  readonly isOffice: boolean
}

export interface RosterPerson {
  readonly personId: string
  readonly householdId: string
  readonly name: string
  readonly phone: string | null
  readonly idLast4: string | null
  readonly idHash: string | null
  readonly birthYear: number | null
}

/** Makes imports into a village wait for each other, until the commit. */
export async function lockRoster(db: Db, villageId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`roster ${villageId}`}, 0))`.execute(db)
}

export async function selectRosterHouseholds(
  db: Db,
  villageId: string,
): Promise<RosterHousehold[]> {
  const rows = await tables(db)
    .selectFrom('household')
    .select(['household_id', 'house_no', 'group_no', 'head_person_id', 'is_office'])
    .where('village_id', '=', villageId)
    .execute()
  return rows.map((row) => ({
    householdId: row.household_id,
    houseNo: row.house_no,
    groupNo: row.group_no,
    headPersonId: row.head_person_id,
    isOffice: row.is_office,
  }))
}

/** Who is entered as dead or moved away. */
export async function selectDeparted(db: Db, villageId: string): Promise<string[]> {
  const rows = await tables(db)
    .selectFrom('person')
    .select('person_id')
    .where('village_id', '=', villageId)
    .where('departed_at', 'is not', null)
    .execute()
  return rows.map((row) => row.person_id)
}

/** Everyone of the village who is not erased. */
export async function selectRosterPeople(db: Db, villageId: string): Promise<RosterPerson[]> {
  const rows = await tables(db)
    .selectFrom('person')
    .select(['person_id', 'household_id', 'name', 'phone', 'id_last4', 'id_hash', 'birth_year'])
    .where('village_id', '=', villageId)
    .where('erased_at', 'is', null)
    .orderBy('person_id')
    .execute()
  return rows.map((row) => ({
    personId: row.person_id,
    householdId: row.household_id,
    name: row.name ?? '',
    phone: row.phone,
    idLast4: row.id_last4,
    idHash: row.id_hash,
    birthYear: row.birth_year,
  }))
}

export async function insertHouseholds(
  db: Db,
  villageId: string,
  households: readonly RosterHousehold[],
): Promise<void> {
  for (const chunk of portionsOf(households, ROWS_A_STATEMENT))
    await tables(db)
      .insertInto('household')
      .values(
        chunk.map((household) => ({
          village_id: villageId,
          household_id: household.householdId,
          group_no: household.groupNo,
          house_no: household.houseNo,
          head_person_id: household.headPersonId,
          joined_at: null,
          is_office: household.isOffice,
        })),
      )
      .execute()
}

/** Sets the group and head of these households. */
export async function updateHouseholds(
  db: Db,
  villageId: string,
  households: readonly RosterHousehold[],
): Promise<void> {
  if (households.length === 0) return
  await sql`
    update household set group_no = given.group_no, head_person_id = given.head_person_id
    from unnest(
      ${households.map(({ householdId }) => householdId)}::uuid[],
      ${households.map(({ groupNo }) => groupNo)}::smallint[],
      ${households.map(({ headPersonId }) => headPersonId)}::uuid[]
    ) as given (household_id, group_no, head_person_id)
    where household.village_id = ${villageId} and household.household_id = given.household_id
  `.execute(db)
}

/**
 * Puts people on the roster; `by` names who answers for them, null nobody alone. An outsider works with
 * the village and is no villager.
 */
export async function insertPeople(
  db: Db,
  villageId: string,
  people: readonly RosterPerson[],
  {
    at,
    by,
    isOutsider = false,
  }: { readonly at: Date; readonly by: string | null; readonly isOutsider?: boolean },
): Promise<void> {
  for (const chunk of portionsOf(people, ROWS_A_STATEMENT))
    await tables(db)
      .insertInto('person')
      .values(
        chunk.map((person) => ({
          village_id: villageId,
          person_id: person.personId,
          household_id: person.householdId,
          name: person.name,
          phone: person.phone,
          id_last4: person.idLast4,
          id_hash: person.idHash,
          birth_year: person.birthYear,
          publishes_name: false,
          added_at: at,
          entered_by: by,
          is_outsider: isOutsider,
          erased_at: null,
          departed_as: null,
          departed_at: null,
        })),
      )
      .execute()
}

/**
 * Sets what the roster says of these persons. Their telephones and
 * identity numbers stay: `applySignInChange` alone changes one.
 */
export async function updatePeople(
  db: Db,
  villageId: string,
  people: readonly RosterPerson[],
): Promise<void> {
  if (people.length === 0) return
  const personIds = people.map(({ personId }) => personId)
  await sql`
    update person set
      household_id = given.household_id, name = given.name, birth_year = given.birth_year
    from unnest(
      ${personIds}::uuid[],
      ${people.map(({ householdId }) => householdId)}::uuid[],
      ${people.map(({ name }) => name)}::text[],
      ${people.map(({ birthYear }) => birthYear)}::smallint[]
    ) as given (person_id, household_id, name, birth_year)
    where person.village_id = ${villageId} and person.person_id = given.person_id
  `.execute(db)
}

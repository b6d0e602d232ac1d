import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import { plainArray } from '../../../platform/database/plain-array.ts'
import type { CommunityTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<CommunityTables>()

export interface HouseholdBrief {
  readonly householdId: string
  readonly houseNo: string
  readonly groupNo: number
  readonly groupName: string
  readonly headPersonId: string | null
  /** Null when the household has no head or the head is erased. */
  readonly headName: string | null
  readonly headPublishesName: boolean
  readonly joined: boolean
  /** Of those who founded the village and are entered nowhere else: nobody’s home. */
  readonly isOffice: boolean
}

/** These households by id with their group and head, in one query. */
export async function readHouseholds(
  db: Db,
  villageId: string,
  householdIds: readonly string[],
): Promise<Map<string, HouseholdBrief>> {
  if (householdIds.length === 0) return new Map()
  const rows = await householdQuery(db, villageId)
    .where(sql<boolean>`household.household_id = any(${plainArray(householdIds)}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.household_id, toBrief(row)]))
}

/** Which of these households take part. */
export async function readJoined(
  db: Db,
  villageId: string,
  householdIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tables(db)
    .selectFrom('household')
    .select('household_id')
    .where('village_id', '=', villageId)
    .where(sql<boolean>`household_id = any(${plainArray(householdIds)}::uuid[])`)
    .where('joined_at', 'is not', null)
    .execute()
  return new Set(rows.map((row) => row.household_id))
}

/** The groups of these households by id, in one query. */
export async function readHouseholdGroups(
  db: Db,
  villageId: string,
  householdIds: readonly string[],
): Promise<Map<string, { groupNo: number; groupName: string }>> {
  if (householdIds.length === 0) return new Map()
  const rows = await tables(db)
    .selectFrom('household')
    .innerJoin('village_group', (join) =>
      join
        .onRef('village_group.village_id', '=', 'household.village_id')
        .onRef('village_group.group_no', '=', 'household.group_no'),
    )
    .select(['household.household_id', 'village_group.group_no', 'village_group.name'])
    .where('household.village_id', '=', villageId)
    .where(sql<boolean>`household.household_id = any(${plainArray(householdIds)}::uuid[])`)
    .execute()
  return new Map(
    rows.map((row) => [row.household_id, { groupNo: row.group_no, groupName: row.name }]),
  )
}

/** The household of a person, whether it has joined and whether the person takes part; null once erased. */
export async function selectMembership(
  db: Db,
  villageId: string,
  personId: string,
): Promise<{ householdId: string; joined: boolean; departed: boolean } | null> {
  const { rows } = await sql<{ household_id: string; joined: boolean; departed: boolean }>`
    SELECT household.household_id, household.joined_at IS NOT NULL AS joined,
      person.departed_at IS NOT NULL AS departed
    FROM person JOIN household ON household.village_id = person.village_id
      AND household.household_id = person.household_id
    WHERE person.village_id = ${villageId} AND person.person_id = ${personId}
      AND person.erased_at IS NULL`.execute(db)
  const [row] = rows
  if (!row) return null
  return { householdId: row.household_id, joined: row.joined, departed: row.departed }
}

/**
 * The households that somebody has a stake in: where people live, or which have taken part before, so
 * that who signs in there acts for others or for what others earned. All of them for null; the
 * office's is none.
 */
export async function selectTakenHouseholds(
  db: Db,
  villageId: string,
  householdIds: readonly string[] | null,
): Promise<Set<string>> {
  const asked =
    householdIds === null ? sql`true` : sql`household_id = any(${plainArray(householdIds)}::uuid[])`
  const { rows } = await sql<{ household_id: string }>`
    SELECT household_id FROM household
    WHERE village_id = ${villageId} AND NOT is_office AND ${asked}
      AND household_id IN (
        SELECT household_id FROM person
        WHERE village_id = ${villageId} AND ${asked} AND erased_at IS NULL AND departed_at IS NULL
        UNION SELECT household_id FROM consent WHERE village_id = ${villageId} AND ${asked})`.execute(
    db,
  )
  return new Set(rows.map((row) => row.household_id))
}

/** Where these persons live; who is only in the office's household is absent, for nobody lives there. */
export async function readHomeOf(
  db: Db,
  villageId: string,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tables(db)
    .selectFrom('person')
    .innerJoin('household', (join) =>
      join
        .onRef('household.village_id', '=', 'person.village_id')
        .onRef('household.household_id', '=', 'person.household_id'),
    )
    .select(['person.person_id', 'person.household_id'])
    .where('person.village_id', '=', villageId)
    .where('household.is_office', '=', false)
    .where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.household_id]))
}

/** Everybody who is entered in a household, the departed too. */
export async function selectPeopleOf(
  db: Db,
  villageId: string,
  householdId: string,
): Promise<string[]> {
  const rows = await tables(db)
    .selectFrom('person')
    .select('person_id')
    .where('village_id', '=', villageId)
    .where('household_id', '=', householdId)
    .execute()
  return rows.map((row) => row.person_id)
}

/** From the year on in which one turns so old, one is grown (Civil Code, art. 17). */
export const AGE_OF_MAJORITY_YEARS = 18

/**
 * The adults who live in each of these households, by household. Who has no known year of birth is one.
 * @param year by whose end somebody has come of age
 */
export async function readAdultsOf(
  db: Db,
  villageId: string,
  householdIds: readonly string[],
  year: number,
): Promise<Map<string, string[]>> {
  if (householdIds.length === 0) return new Map()
  const rows = await tables(db)
    .selectFrom('person')
    .select(['household_id', 'person_id'])
    .where('village_id', '=', villageId)
    .where(sql<boolean>`household_id = any(${plainArray(householdIds)}::uuid[])`)
    .where('departed_at', 'is', null)
    .where('erased_at', 'is', null)
    .where(sql<boolean>`coalesce(birth_year, 0) <= ${year - AGE_OF_MAJORITY_YEARS}`)
    .orderBy('person_id')
    .execute()
  const adults = new Map<string, string[]>()
  for (const { household_id: householdId, person_id: personId } of rows) {
    const some = adults.get(householdId)
    if (some === undefined) adults.set(householdId, [personId])
    else some.push(personId)
  }
  return adults
}

export function householdQuery(db: Db, villageId: string) {
  return tables(db)
    .selectFrom('household')
    .innerJoin('village_group', (join) =>
      join
        .onRef('village_group.village_id', '=', 'household.village_id')
        .onRef('village_group.group_no', '=', 'household.group_no'),
    )
    .leftJoin('person as head', (join) =>
      join
        .onRef('head.village_id', '=', 'household.village_id')
        .onRef('head.person_id', '=', 'household.head_person_id'),
    )
    .select([
      'household.household_id',
      'household.house_no',
      'household.group_no',
      'household.head_person_id',
      'household.joined_at',
      'household.is_office',
      'village_group.name as group_name',
      'head.name as head_name',
      'head.publishes_name as head_publishes_name',
    ])
    .where('household.village_id', '=', villageId)
}

export interface HouseholdRow {
  readonly household_id: string
  readonly house_no: string
  readonly group_no: number
  readonly head_person_id: string | null
  readonly joined_at: Date | null
  readonly is_office: boolean
  readonly group_name: string
  readonly head_name: string | null
  readonly head_publishes_name: boolean | null
}

export function toBrief(row: HouseholdRow): HouseholdBrief {
  return {
    householdId: row.household_id,
    houseNo: row.house_no,
    groupNo: row.group_no,
    groupName: row.group_name,
    headPersonId: row.head_person_id,
    headName: row.head_name,
    headPublishesName: row.head_publishes_name ?? false,
    joined: row.joined_at !== null,
    isOffice: row.is_office,
  }
}

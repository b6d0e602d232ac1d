import { nameKey, NAME_SIGNS } from '@azalea/text'
import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { CommunityTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<CommunityTables>()

/** `nameKey` of a person's name, as it is kept. */
export const nameKeyColumn = sql<string>`lower(translate(person.name, ${NAME_SIGNS}, ''))`

export interface PersonBrief {
  readonly personId: string
  /** Null once erased. */
  readonly name: string | null
  readonly householdId: string
  readonly publishesName: boolean
  /** On the roster and neither erased nor marked as dead or moved away. */
  readonly isPresent: boolean
  /** Works with the village from elsewhere. */
  readonly isOutsider: boolean
}

/** These persons by id, in one query; an id that is not of this village is absent. */
export async function readPeople(
  db: Db,
  villageId: string,
  personIds: readonly string[],
): Promise<Map<string, PersonBrief>> {
  if (personIds.length === 0) return new Map()
  const rows = await tables(db)
    .selectFrom('person')
    .select(['person_id', 'name', 'household_id', 'publishes_name', 'departed_at', 'is_outsider'])
    .where('village_id', '=', villageId)
    .where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`)
    .execute()
  return new Map(
    rows.map((row) => [
      row.person_id,
      {
        personId: row.person_id,
        name: row.name,
        householdId: row.household_id,
        publishesName: row.publishes_name,
        isPresent: row.name !== null && row.departed_at === null,
        isOutsider: row.is_outsider,
      },
    ]),
  )
}

/** Telephone numbers, for who must reach these persons; who has none is absent. */
export async function readPhones(
  db: Db,
  villageId: string,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await tables(db)
    .selectFrom('person')
    .select(['person_id', 'phone'])
    .where('village_id', '=', villageId)
    .where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`)
    .execute()
  return new Map(
    rows.flatMap((row): [string, string][] =>
      row.phone === null ? [] : [[row.person_id, row.phone]],
    ),
  )
}

/** How old a person is by the end of a year; null: the year of birth is not known. */
export async function readAgeIn(
  db: Db,
  villageId: string,
  personId: string,
  year: number,
): Promise<number | null> {
  const row = await tables(db)
    .selectFrom('person')
    .select('birth_year')
    .where('village_id', '=', villageId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row === undefined || row.birth_year === null ? null : year - row.birth_year
}

/** The household of each person, and the group it lives in. */
export async function readDwellings(
  db: Db,
  villageId: string,
  personIds: readonly string[],
): Promise<Map<string, { householdId: string; groupNo: number }>> {
  if (personIds.length === 0) return new Map()
  const { rows } = await sql<{ person_id: string; household_id: string; group_no: number }>`
    SELECT person_id, household_id, group_no FROM person JOIN household USING (village_id, household_id)
    WHERE village_id = ${villageId} AND person_id = any(${[...personIds]}::uuid[])`.execute(db)
  return new Map(
    rows.map((row) => [row.person_id, { householdId: row.household_id, groupNo: row.group_no }]),
  )
}

/** The living people of a group who bear this name, however it is typed; at most two. */
export async function findPeopleNamed(
  db: Db,
  villageId: string,
  { name, groupNo }: { readonly name: string; readonly groupNo: number },
): Promise<{ readonly personId: string; readonly householdId: string }[]> {
  return tables(db)
    .selectFrom('person')
    .innerJoin('household', (join) =>
      join
        .onRef('household.village_id', '=', 'person.village_id')
        .onRef('household.household_id', '=', 'person.household_id'),
    )
    .select(['person.person_id as personId', 'person.household_id as householdId'])
    .where('person.village_id', '=', villageId)
    .where(nameKeyColumn, '=', nameKey(name))
    .where('person.departed_at', 'is', null)
    .where('household.group_no', '=', groupNo)
    .orderBy('person.person_id')
    .limit(2)
    .execute()
}

/** The ids of the people with these signs in their name, for lists that hold ids only. */
export async function selectIdsByName(db: Db, villageId: string, part: string): Promise<string[]> {
  const pattern = `%${nameKey(part).replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const rows = await tables(db)
    .selectFrom('person')
    .select('person_id')
    .where('village_id', '=', villageId)
    .where(nameKeyColumn, 'like', pattern)
    .execute()
  return rows.map((row) => row.person_id)
}

/** The names of these persons by id, in one query; an erased person is absent. */
export async function readPeopleNames(
  db: Db,
  villageId: string,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  const people = await readPeople(db, villageId, personIds)
  return new Map(
    [...people.values()].flatMap(({ personId, name }): [string, string][] =>
      name === null ? [] : [[personId, name]],
    ),
  )
}

export async function setPublishesName(
  db: Db,
  villageId: string,
  personId: string,
  publishes: boolean,
): Promise<void> {
  await tables(db)
    .updateTable('person')
    .set({ publishes_name: publishes })
    .where('village_id', '=', villageId)
    .where('person_id', '=', personId)
    .execute()
}

/** Empties everything that tells who a person is; false when there is no such person any more. */
export async function blankPerson(
  db: Db,
  villageId: string,
  personId: string,
  erasedAt: Date,
): Promise<boolean> {
  const result = await tables(db)
    .updateTable('person')
    .set({
      name: null,
      phone: null,
      id_last4: null,
      id_hash: null,
      birth_year: null,
      publishes_name: false,
      departed_as: null,
      departed_at: null,
      erased_at: erasedAt,
    })
    .where('village_id', '=', villageId)
    .where('person_id', '=', personId)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Who is not there any more heads no household: the longest-standing other member does, if any. */
export async function replaceHead(db: Db, villageId: string, personId: string): Promise<void> {
  await tables(db)
    .updateTable('household')
    .set((household) => ({
      head_person_id: household
        .selectFrom('person')
        .select('person_id')
        .whereRef('person.village_id', '=', 'household.village_id')
        .whereRef('person.household_id', '=', 'household.household_id')
        .where('person.erased_at', 'is', null)
        .where('person.departed_at', 'is', null)
        .orderBy('person.added_at')
        .orderBy('person.person_id')
        .limit(1),
    }))
    .where('village_id', '=', villageId)
    .where('head_person_id', '=', personId)
    .execute()
}

/** As `replaceHead`, of every household that is headed by somebody who lives elsewhere now. */
export async function replaceAbsentHeads(db: Db, villageId: string): Promise<void> {
  await sql`
    update household set head_person_id = (
      select person_id from person as next
      where next.village_id = household.village_id and next.household_id = household.household_id
        and next.erased_at is null and next.departed_at is null
      order by next.added_at, next.person_id limit 1
    )
    from person
    where household.village_id = ${villageId}
      and person.village_id = household.village_id
      and person.person_id = household.head_person_id
      and person.household_id <> household.household_id
  `.execute(db)
}

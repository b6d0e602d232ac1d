import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { CommunityTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<CommunityTables>()

export interface PersonBrief {
  readonly personId: string
  /** Null once erased. */
  readonly name: string | null
  readonly householdId: string
  readonly publishesName: boolean
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
    .select(['person_id', 'name', 'household_id', 'publishes_name'])
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
      },
    ]),
  )
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

import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { CommunityTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<CommunityTables>()

/** A house number is one of the whole village, or one of each group. */
export const houseNumberings = ['village', 'group'] as const
export type HouseNumbering = (typeof houseNumberings)[number]

export interface Village {
  readonly villageId: string
  readonly name: string
  readonly townName: string
  readonly optInText: string
  readonly optInVersion: number
  readonly isDemonstration: boolean
  /** Where people reach it, as was said at set-up or later. */
  readonly publicUrl: string | null
  readonly houseNumbering: HouseNumbering
  readonly createdAt: Date
  /** Whom to call about a notice; null until somebody says. */
  readonly objectionPhone: string | null
  /** Demonstration only: whether its history is complete. */
  readonly seasonLoaded: boolean
}

export async function readVillage(db: Db, villageId: string): Promise<Village | null> {
  const row = await tables(db)
    .selectFrom('village')
    .selectAll()
    .where('village_id', '=', villageId)
    .executeTakeFirst()
  if (!row) return null
  return {
    villageId: row.village_id,
    name: row.name,
    townName: row.town_name,
    optInText: row.opt_in_text,
    optInVersion: row.opt_in_version,
    isDemonstration: row.is_demonstration,
    publicUrl: row.public_url,
    houseNumbering: row.house_numbering,
    createdAt: row.created_at,
    objectionPhone: row.objection_phone,
    seasonLoaded: row.season_loaded_at !== null,
  }
}

/** The villages of this server, for what a job does in each. */
export async function selectVillageIds(db: Db): Promise<string[]> {
  const rows = await tables(db)
    .selectFrom('village')
    .select('village_id')
    .orderBy('village_id')
    .execute()
  return rows.map((row) => row.village_id)
}

/** The villages of this server by name, for a visitor to find the right one. */
export async function selectVillageNames(
  db: Db,
): Promise<{ villageId: string; name: string; townName: string; publicUrl: string | null }[]> {
  return tables(db)
    .selectFrom('village')
    .select(['village_id as villageId', 'name', 'town_name as townName', 'public_url as publicUrl'])
    .orderBy('village_id')
    .execute()
}

/** False when it was that already. */
export async function updatePublicUrl(
  db: Db,
  villageId: string,
  publicUrl: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tables(db)
    .updateTable('village')
    .set({ public_url: publicUrl })
    .where('village_id', '=', villageId)
    .where('public_url', 'is distinct from', publicUrl)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Makes founders wait for each other, until the commit. */
export async function lockFounding(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('found-village', 0))`.execute(db)
}

/** Makes the village; false when it exists already. */
export async function insertVillage(
  db: Db,
  village: Omit<Village, 'createdAt' | 'seasonLoaded' | 'objectionPhone'>,
  createdAt: Date,
): Promise<boolean> {
  const result = await tables(db)
    .insertInto('village')
    .values({
      village_id: village.villageId,
      name: village.name,
      town_name: village.townName,
      opt_in_text: village.optInText,
      opt_in_version: village.optInVersion,
      is_demonstration: village.isDemonstration,
      public_url: village.publicUrl,
      house_numbering: village.houseNumbering,
      season_loaded_at: null,
      objection_phone: null,
      created_at: createdAt,
    })
    .onConflict((conflict) => conflict.column('village_id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Makes these groups, or renames them. */
export async function upsertGroups(
  db: Db,
  villageId: string,
  groups: readonly { readonly groupNo: number; readonly name: string }[],
): Promise<void> {
  if (groups.length === 0) return
  await tables(db)
    .insertInto('village_group')
    .values(groups.map(({ groupNo, name }) => ({ village_id: villageId, group_no: groupNo, name })))
    .onConflict((conflict) =>
      conflict
        .columns(['village_id', 'group_no'])
        .doUpdateSet((row) => ({ name: row.ref('excluded.name') })),
    )
    .execute()
}

export async function selectGroups(db: Db, villageId: string): Promise<Map<number, string>> {
  const rows = await tables(db)
    .selectFrom('village_group')
    .select(['group_no', 'name'])
    .where('village_id', '=', villageId)
    .execute()
  return new Map(rows.map((row) => [row.group_no, row.name]))
}

export interface VillageSize {
  readonly memberHouseholds: number
  readonly households: number
  readonly people: number
}

export async function setHouseNumbering(
  db: Db,
  villageId: string,
  numbering: HouseNumbering,
): Promise<void> {
  await tables(db)
    .updateTable('village')
    .set({ house_numbering: numbering })
    .where('village_id', '=', villageId)
    .execute()
}

/** How many house numbers stand in more than one group. */
export async function countRepeatedHouseNos(db: Db, villageId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from household where village_id = ${villageId} and not is_office
      group by house_no having count(*) > 1
    ) as repeated`.execute(db)
  return rows[0]?.count ?? 0
}

/** How many live there and how many households have joined; nobody's name. */
export async function countVillage(db: Db, villageId: string): Promise<VillageSize> {
  const row = await homes(db, villageId)
    .select((select) => [
      select.fn.countAll<number>().as('households'),
      select.fn.count<number>('joined_at').as('member_households'),
      select
        .selectFrom('person')
        .where('person.village_id', '=', villageId)
        .where('person.erased_at', 'is', null)
        .where('person.departed_at', 'is', null)
        .select(({ fn }) => fn.countAll<number>().as('people'))
        .as('people'),
    ])
    .executeTakeFirstOrThrow()
  return {
    memberHouseholds: row.member_households,
    households: row.households,
    people: row.people ?? 0,
  }
}

/** The households in which somebody lives: not the office's, and none that all have left. */
function homes(db: Db, villageId: string) {
  return tables(db)
    .selectFrom('household')
    .where('household.village_id', '=', villageId)
    .where('household.is_office', '=', false)
    .where((where) =>
      where.exists(
        where
          .selectFrom('person')
          .select('person.person_id')
          .whereRef('person.village_id', '=', 'household.village_id')
          .whereRef('person.household_id', '=', 'household.household_id')
          .where('person.erased_at', 'is', null)
          .where('person.departed_at', 'is', null),
      ),
    )
}

/** The demonstration's history is complete; a later start leaves it as it is. */
export async function markSeasonLoaded(db: Db, villageId: string, at: Date): Promise<void> {
  await tables(db)
    .updateTable('village')
    .set({ season_loaded_at: at })
    .where('village_id', '=', villageId)
    .execute()
}

export async function updateObjectionPhone(
  db: Db,
  villageId: string,
  objectionPhone: string | null,
): Promise<void> {
  await tables(db)
    .updateTable('village')
    .set({ objection_phone: objectionPhone })
    .where('village_id', '=', villageId)
    .execute()
}

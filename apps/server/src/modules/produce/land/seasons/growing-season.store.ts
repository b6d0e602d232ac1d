import type { Db } from '../../../../platform/database/database.ts'
import { sql } from 'kysely'
import type { LandTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<LandTables>()

export interface GrowingSeason {
  readonly growingSeasonId: string
  readonly nameZh: string
  readonly nameEn: string | null
  readonly beginsOn: string
  /** The last day. */
  readonly endsOn: string
  /** The waiting list by points: its plots go to whoever took a turn of it. */
  readonly offerId: string | null
}

/** Seasons are opened one after another: none shares a day with another. */
export async function lockSeasons(db: Db, villageId: string): Promise<void> {
  const key = `growing seasons ${villageId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(db)
}

export async function insertSeason(
  db: Db,
  villageId: string,
  season: GrowingSeason,
  opened: { readonly by: string; readonly at: Date },
): Promise<void> {
  await tables(db)
    .insertInto('growing_season')
    .values({
      village_id: villageId,
      growing_season_id: season.growingSeasonId,
      name_zh: season.nameZh,
      name_en: season.nameEn,
      begins_on: season.beginsOn,
      ends_on: season.endsOn,
      offer_id: season.offerId,
      opened_by: opened.by,
      opened_at: opened.at,
    })
    .execute()
}

/** All growing seasons, the latest first. */
export async function selectSeasons(db: Db, villageId: string): Promise<GrowingSeason[]> {
  const rows = await tables(db)
    .selectFrom('growing_season')
    .selectAll()
    .where('village_id', '=', villageId)
    .orderBy('begins_on', 'desc')
    .execute()
  return rows.map(toSeason)
}

export async function selectSeason(
  db: Db,
  villageId: string,
  growingSeasonId: string,
): Promise<GrowingSeason | null> {
  const row = await tables(db)
    .selectFrom('growing_season')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('growing_season_id', '=', growingSeasonId)
    .executeTakeFirst()
  return row ? toSeason(row) : null
}

/** False when the season has its waiting list already. */
export async function setWaitingList(
  db: Db,
  villageId: string,
  growingSeasonId: string,
  offerId: string,
): Promise<boolean> {
  const result = await tables(db)
    .updateTable('growing_season')
    .set({ offer_id: offerId })
    .where('village_id', '=', villageId)
    .where('growing_season_id', '=', growingSeasonId)
    .where('offer_id', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

function toSeason(row: LandTables['growing_season']): GrowingSeason {
  return {
    growingSeasonId: row.growing_season_id,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    beginsOn: row.begins_on,
    endsOn: row.ends_on,
    offerId: row.offer_id,
  }
}

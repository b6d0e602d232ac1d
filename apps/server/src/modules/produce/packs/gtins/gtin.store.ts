import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import type { PackTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<PackTables>()

export interface CompanyPrefix {
  readonly prefix: string
  readonly enteredBy: string
  readonly enteredAt: Date
}

/** A GTIN, and the packs that carry it. */
export interface TradeItem {
  readonly tradeItemId: string
  /** In 14 digits. */
  readonly gtin: string
  readonly crop: string
  readonly netGrams: number
  readonly enteredBy: string
  readonly enteredAt: Date
  readonly endedAt: Date | null
}

/** One at a time enters and ends; whoever packs does so before or after. */
export async function lockTradeItems(
  db: Db,
  villageId: string,
  how: 'alone' | 'shared',
): Promise<void> {
  const key = sql`hashtextextended(${`trade items ${villageId}`}, 0)`
  await (
    how === 'alone'
      ? sql`select pg_advisory_xact_lock(${key})`
      : sql`select pg_advisory_xact_lock_shared(${key})`
  ).execute(db)
}

export async function insertCompanyPrefix(
  db: Db,
  villageId: string,
  { companyPrefixId, ...entered }: CompanyPrefix & { readonly companyPrefixId: string },
): Promise<void> {
  await tables(db)
    .insertInto('company_prefix')
    .values({
      village_id: villageId,
      company_prefix_id: companyPrefixId,
      prefix: entered.prefix,
      entered_by: entered.enteredBy,
      entered_at: entered.enteredAt,
    })
    .execute()
}

/** The one that counts. */
export async function selectCompanyPrefix(
  db: Db,
  villageId: string,
): Promise<CompanyPrefix | null> {
  const row = await tables(db)
    .selectFrom('company_prefix')
    .selectAll()
    .where('village_id', '=', villageId)
    .orderBy('entered_at', 'desc')
    .orderBy('company_prefix_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return null
  return { prefix: row.prefix, enteredBy: row.entered_by, enteredAt: row.entered_at }
}

/** False when another village of this server gives it. */
export async function claimGtin(db: Db, villageId: string, gtin: string): Promise<boolean> {
  await tables(db)
    .insertInto('gtin_directory')
    .values({ gtin, village_id: villageId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (await selectGtinVillage(db, gtin)) === villageId
}

/** Whose GTIN it is, now or once. */
export async function selectGtinVillage(db: Db, gtin: string): Promise<string | null> {
  const row = await tables(db)
    .selectFrom('gtin_directory')
    .select('village_id')
    .where('gtin', '=', gtin)
    .executeTakeFirst()
  return row?.village_id ?? null
}

export async function insertTradeItem(
  db: Db,
  villageId: string,
  item: Omit<TradeItem, 'endedAt'>,
): Promise<void> {
  await tables(db)
    .insertInto('trade_item')
    .values({
      village_id: villageId,
      trade_item_id: item.tradeItemId,
      gtin: item.gtin,
      crop: item.crop,
      net_grams: item.netGrams,
      entered_by: item.enteredBy,
      entered_at: item.enteredAt,
      ended_by: null,
      ended_at: null,
    })
    .execute()
}

/** Those in force first, by crop and weight. */
export async function selectTradeItems(db: Db, villageId: string): Promise<readonly TradeItem[]> {
  const rows = await tables(db)
    .selectFrom('trade_item')
    .selectAll()
    .where('village_id', '=', villageId)
    .orderBy(sql`ended_at is not null`)
    .orderBy('crop')
    .orderBy('net_grams')
    .orderBy('entered_at')
    .execute()
  return rows.map((row) => ({
    tradeItemId: row.trade_item_id,
    gtin: row.gtin,
    crop: row.crop,
    netGrams: row.net_grams,
    enteredBy: row.entered_by,
    enteredAt: row.entered_at,
    endedAt: row.ended_at,
  }))
}

/** What the village grows, or has harvested. */
export async function selectGrownCrops(db: Db, villageId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ crop: string }>`
    select name_zh as crop from crop where village_id = ${villageId}
    union select crop from harvest_lot where village_id = ${villageId} order by crop`.execute(db)
  return rows.map(({ crop }) => crop)
}

/** What packs of a crop are given now, by their net weight. */
export async function selectGtinsInForce(
  db: Db,
  villageId: string,
  crop: string,
): Promise<ReadonlyMap<number, string>> {
  const rows = await tables(db)
    .selectFrom('trade_item')
    .select(['net_grams', 'gtin'])
    .where('village_id', '=', villageId)
    .where('crop', '=', crop)
    .where('ended_at', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.net_grams, row.gtin]))
}

export async function endTradeItem(
  db: Db,
  villageId: string,
  tradeItemId: string,
  { endedBy, endedAt }: { readonly endedBy: string; readonly endedAt: Date },
): Promise<void> {
  await tables(db)
    .updateTable('trade_item')
    .set({ ended_by: endedBy, ended_at: endedAt })
    .where('village_id', '=', villageId)
    .where('trade_item_id', '=', tradeItemId)
    .execute()
}

import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import { plainArray } from '../../../../platform/database/plain-array.ts'

/** A kind of pack: one crop in one net weight. */
export interface PackKind {
  readonly crop: string
  readonly netGrams: number
}

export interface StockPack {
  readonly packId: string
  readonly packingNumber: string
  readonly serial: number
  readonly bestBefore: string
}

/** What of the packings is not to be sold: whole packings, and single packs. */
export interface HeldStock {
  readonly packingIds: readonly string[]
  readonly packIds: readonly string[]
}

/** Whoever takes packs of a kind waits for whoever does, until the commit. */
export async function lockStock(
  db: Db,
  villageId: string,
  { crop, netGrams }: PackKind,
): Promise<void> {
  const key = `market stock ${villageId} ${crop} ${netGrams}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(db)
}

/** The lots in packings of a crop that keep until a day at least. */
export async function selectLotsInStock(
  db: Db,
  villageId: string,
  crops: readonly string[],
  keepsUntil: string,
): Promise<readonly { readonly packingId: string; readonly lotId: string }[]> {
  const { rows } = await sql<{ packing_id: string; lot_id: string }>`
    select packing.packing_id, taken.lot_id
    from packing join packing_lot taken on taken.village_id = packing.village_id
      and taken.packing_id = packing.packing_id
    where packing.village_id = ${villageId} and packing.crop = any(${[...crops]})
      and packing.best_before >= ${keepsUntil}::date`.execute(db)
  return rows.map((row) => ({ packingId: row.packing_id, lotId: row.lot_id }))
}

const isFree = sql`not exists (select from market_order_pack sold
  where sold.village_id = pack.village_id and sold.pack_id = pack.pack_id
    and sold.released_at is null)`

const isNotHeld = ({ packingIds, packIds }: HeldStock) =>
  sql`packing.packing_id <> all(${plainArray(packingIds)}::uuid[])
    and pack.pack_id <> all(${plainArray(packIds)}::uuid[])`

/** Packs that nobody has, those that expire first; of a locked kind. */
export async function selectFirstExpiring(
  db: Db,
  villageId: string,
  { crop, netGrams }: PackKind,
  wanted: { readonly count: number; readonly keepsUntil: string; readonly held: HeldStock },
): Promise<readonly StockPack[]> {
  const { rows } = await sql<{
    pack_id: string
    number: string
    serial: number
    best_before: string
  }>`
    select pack.pack_id, packing.number, pack.serial, packing.best_before
    from packing join pack on pack.village_id = packing.village_id
      and pack.packing_id = packing.packing_id
    where packing.village_id = ${villageId} and packing.crop = ${crop}
      and packing.best_before >= ${wanted.keepsUntil}::date and pack.net_grams = ${netGrams}
      and ${isNotHeld(wanted.held)} and ${isFree}
    order by packing.best_before, packing.packed_at, packing.packing_id, pack.serial
    limit ${wanted.count}`.execute(db)
  return rows.map((row) => ({
    packId: row.pack_id,
    packingNumber: row.number,
    serial: row.serial,
    bestBefore: row.best_before,
  }))
}

export interface StockOfKind extends PackKind {
  readonly count: number
  /** Of the pack that is sold next. */
  readonly bestBefore: string
}

/** How many packs of each kind nobody has, that keep until a day. */
export async function selectStock(
  db: Db,
  villageId: string,
  { keepsUntil, held }: { readonly keepsUntil: string; readonly held: HeldStock },
): Promise<readonly StockOfKind[]> {
  const { rows } = await sql<{
    crop: string
    net_grams: number
    count: string
    best_before: string
  }>`
    select packing.crop, pack.net_grams, count(*) as count, min(packing.best_before) as best_before
    from packing join pack on pack.village_id = packing.village_id
      and pack.packing_id = packing.packing_id
    where packing.village_id = ${villageId} and packing.best_before >= ${keepsUntil}::date
      and ${isNotHeld(held)} and ${isFree}
    group by packing.crop, pack.net_grams order by packing.crop, pack.net_grams`.execute(db)
  return rows.map((row) => ({
    crop: row.crop,
    netGrams: row.net_grams,
    count: Number(row.count),
    bestBefore: row.best_before,
  }))
}

/** The crops of which there are packs that keep until a day. */
export async function selectCropsInStock(
  db: Db,
  villageId: string,
  keepsUntil: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ crop: string }>`select distinct crop from packing
    where village_id = ${villageId} and best_before >= ${keepsUntil}::date`.execute(db)
  return rows.map(({ crop }) => crop)
}

/** Whether packs of this kind were ever packed. */
export async function wasPacked(
  db: Db,
  villageId: string,
  { crop, netGrams }: PackKind,
): Promise<boolean> {
  const { rows } = await sql`
    select from packing join pack on pack.village_id = packing.village_id
      and pack.packing_id = packing.packing_id
    where packing.village_id = ${villageId} and packing.crop = ${crop}
      and pack.net_grams = ${netGrams} limit 1`.execute(db)
  return rows.length > 0
}

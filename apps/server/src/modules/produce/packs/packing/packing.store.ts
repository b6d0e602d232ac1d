import { sql } from 'kysely'
import type { LossReason } from '@azalea/produce-rules'
import type { Db } from '../../../../platform/database/database.ts'
import { plainArray } from '../../../../platform/database/plain-array.ts'
import type { PackTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<PackTables>()

export interface Packing {
  readonly packingId: string
  readonly number: string
  readonly crop: string
  readonly packCount: number
  readonly lossGrams: number
  readonly lossBecause: LossReason | null
  readonly bestBefore: string | null
  readonly packedAt: Date
}

export interface TakenLot {
  readonly lotId: string
  readonly grams: number
}

export interface Pack {
  readonly packId: string
  readonly serial: number
  readonly netGrams: number
  /** Null where its kind had none when it was packed. */
  readonly gtin: string | null
}

/** False when another packing has this number. */
export async function insertPacking(
  db: Db,
  villageId: string,
  packing: Packing & { readonly packedBy: string },
): Promise<boolean> {
  const result = await tables(db)
    .insertInto('packing')
    .values({
      village_id: villageId,
      packing_id: packing.packingId,
      number: packing.number,
      crop: packing.crop,
      pack_count: packing.packCount,
      loss_grams: packing.lossGrams,
      loss_because: packing.lossBecause,
      best_before: packing.bestBefore,
      packed_by: packing.packedBy,
      packed_at: packing.packedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** What went in, and the packs that came out. */
export async function insertPacked(
  db: Db,
  villageId: string,
  packingId: string,
  packed: { readonly lots: readonly TakenLot[]; readonly packs: readonly Pack[] },
): Promise<void> {
  await tables(db)
    .insertInto('packing_lot')
    .values(
      packed.lots.map(({ lotId, grams }) => ({
        village_id: villageId,
        packing_id: packingId,
        lot_id: lotId,
        grams,
      })),
    )
    .execute()
  if (packed.packs.length === 0) return
  const ids = plainArray(packed.packs.map(({ packId }) => packId))
  const serials = plainArray(packed.packs.map(({ serial }) => serial))
  const grams = plainArray(packed.packs.map(({ netGrams }) => netGrams))
  const gtins = packed.packs.map(({ gtin }) => gtin)
  await sql`
    insert into pack (village_id, pack_id, packing_id, serial, net_grams, gtin)
    select ${villageId}, pack_id, ${packingId}::uuid, serial, net_grams, gtin
    from unnest(${ids}::uuid[], ${serials}::int[], ${grams}::int[], ${gtins}::text[])
      as packed (pack_id, serial, net_grams, gtin)`.execute(db)
}

const packingsOf = (db: Db, villageId: string) =>
  tables(db).selectFrom('packing').selectAll().where('village_id', '=', villageId)

/** The latest first. */
export async function selectPackings(
  db: Db,
  villageId: string,
  limit: number,
): Promise<readonly Packing[]> {
  const rows = await packingsOf(db, villageId)
    .orderBy('packed_at', 'desc')
    .orderBy('packing_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(presented)
}

export async function selectPackingByNumber(
  db: Db,
  villageId: string,
  number: string,
): Promise<Packing | null> {
  const row = await packingsOf(db, villageId).where('number', '=', number).executeTakeFirst()
  return row === undefined ? null : presented(row)
}

/** What went into each of these packings. */
export async function selectTaken(
  db: Db,
  villageId: string,
  packingIds: readonly string[],
): Promise<ReadonlyMap<string, readonly TakenLot[]>> {
  const taken = new Map<string, TakenLot[]>()
  if (packingIds.length === 0) return taken
  const rows = await tables(db)
    .selectFrom('packing_lot')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('packing_id', 'in', [...packingIds])
    .orderBy('lot_id')
    .execute()
  for (const { packing_id: packingId, lot_id: lotId, grams } of rows)
    taken.set(packingId, [...(taken.get(packingId) ?? []), { lotId, grams }])
  return taken
}

const packsOf = (db: Db, villageId: string, packingId: string) =>
  tables(db)
    .selectFrom('pack')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('packing_id', '=', packingId)

/** The packs of a packing, by their numbers. */
export async function selectPacks(
  db: Db,
  villageId: string,
  packingId: string,
): Promise<readonly Pack[]> {
  const rows = await packsOf(db, villageId, packingId).orderBy('serial').execute()
  return rows.map(packOf)
}

/** So many packs of a packing, after a serial number. */
export async function selectPacksAfter(
  db: Db,
  villageId: string,
  packingId: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly Pack[]> {
  const rows = await packsOf(db, villageId, packingId)
    .where('serial', '>', after)
    .orderBy('serial')
    .limit(limit)
    .execute()
  return rows.map(packOf)
}

export async function selectPack(
  db: Db,
  villageId: string,
  packingId: string,
  serial: number,
): Promise<Pack | null> {
  const row = await packsOf(db, villageId, packingId)
    .where('serial', '=', serial)
    .executeTakeFirst()
  return row === undefined ? null : packOf(row)
}

function packOf(row: PackTables['pack']): Pack {
  return { packId: row.pack_id, serial: row.serial, netGrams: row.net_grams, gtin: row.gtin }
}

function presented(row: PackTables['packing']): Packing {
  return {
    packingId: row.packing_id,
    number: row.number,
    crop: row.crop,
    packCount: row.pack_count,
    lossGrams: row.loss_grams,
    lossBecause: row.loss_because,
    bestBefore: row.best_before,
    packedAt: row.packed_at,
  }
}

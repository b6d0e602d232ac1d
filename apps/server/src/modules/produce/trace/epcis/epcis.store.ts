import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'

/** Something that happened, by its kind, in the order of time. */
export interface Happened {
  readonly kind: 'lot' | 'packing' | 'hold'
  readonly id: string
  readonly at: Date
}

export interface Span {
  readonly from: Date
  readonly before: Date
}

/** The last one of what came before; null at the beginning. */
export type Mark = Pick<Happened, 'id' | 'at'> | null

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** So many of what happened within a span, the earliest first, after a mark, leaving some out. */
export async function selectHappened(
  db: Db,
  villageId: string,
  { from, before }: Span,
  { after, skip, limit }: { readonly after: Mark; readonly skip: number; readonly limit: number },
): Promise<readonly Happened[]> {
  const mark = after ?? { at: from, id: NOBODY }
  const of = (kind: string, table: string, id: string, at: string, which = sql``) => sql`
    (select ${kind} as kind, ${sql.ref(id)} as id, ${sql.ref(at)} as at from ${sql.table(table)}
     where village_id = ${villageId} and (${sql.ref(at)}, ${sql.ref(id)}) > (${mark.at}, ${mark.id}::uuid)
       and ${sql.ref(at)} < ${before} ${which}
     order by ${sql.ref(at)}, ${sql.ref(id)} limit ${skip + limit})`
  const { rows } = await sql<Happened>`
    select kind, id, at from (
      ${of('lot', 'harvest_lot', 'lot_id', 'opened_at')} union all
      ${of('packing', 'packing', 'packing_id', 'packed_at')} union all
      ${of('hold', 'hold', 'hold_id', 'placed_at', sql`and reach in ('pack', 'lot')`)}
    ) as happened order by at, id limit ${limit} offset ${skip}`.execute(db)
  return rows
}

export interface PackedRow {
  readonly packingId: string
  readonly number: string
  readonly crop: string
  readonly packCount: number
  readonly bestBefore: string | null
  readonly packedAt: Date
  /** Of its packs, in their order; null in a village that has none. */
  readonly gtins: readonly (string | null)[] | null
  readonly lots: readonly { readonly number: string; readonly grams: number }[]
}

/** These packings, with what went into them. */
export async function selectPacked(
  db: Db,
  villageId: string,
  packingIds: readonly string[],
): Promise<readonly PackedRow[]> {
  if (packingIds.length === 0) return []
  const { rows } = await sql<PackedRow>`
    select packing_id as "packingId", number, crop, pack_count as "packCount",
      best_before as "bestBefore", packed_at as "packedAt",
      case when exists (select from trade_item where village_id = ${villageId}) then
        (select json_agg(pack.gtin order by serial) from pack
         where pack.village_id = packing.village_id and pack.packing_id = packing.packing_id)
      end as gtins,
      (select json_agg(json_build_object('number', lot.number, 'grams', taken.grams) order by lot.number)
       from packing_lot taken join harvest_lot lot
         on lot.village_id = taken.village_id and lot.lot_id = taken.lot_id
       where taken.village_id = packing.village_id and taken.packing_id = packing.packing_id) as lots
    from packing where village_id = ${villageId}
      and packing_id = any(${[...packingIds]}::uuid[])`.execute(db)
  return rows
}

export interface RecalledRow {
  readonly holdId: string
  readonly placedAt: Date
  /** One of the two is null. */
  readonly lotNumber: string | null
  readonly packingNumber: string | null
  readonly serial: number | null
  readonly gtin: string | null
}

/** These recalls of a lot or a pack. */
export async function selectRecalled(
  db: Db,
  villageId: string,
  holdIds: readonly string[],
): Promise<readonly RecalledRow[]> {
  if (holdIds.length === 0) return []
  const { rows } = await sql<RecalledRow>`
    select hold_id as "holdId", placed_at as "placedAt", lot.number as "lotNumber",
      packing.number as "packingNumber", pack.serial, pack.gtin
    from hold
    left join harvest_lot lot on lot.village_id = hold.village_id and lot.lot_id = hold.lot_id
    left join pack on pack.village_id = hold.village_id and pack.pack_id = hold.pack_id
    left join packing on packing.village_id = pack.village_id
      and packing.packing_id = pack.packing_id
    where hold.village_id = ${villageId} and hold_id = any(${[...holdIds]}::uuid[])`.execute(db)
  return rows
}

/** What a pack went through: its lots, its packing, and recalls of it or of one of them. */
export async function selectHappenedToPack(
  db: Db,
  villageId: string,
  { packingId, packId }: { readonly packingId: string; readonly packId: string },
): Promise<readonly Happened[]> {
  const { rows } = await sql<Happened>`
    with taken as (
      select lot_id from packing_lot where village_id = ${villageId} and packing_id = ${packingId}
    )
    select 'lot' as kind, lot_id as id, opened_at as at from harvest_lot
    where village_id = ${villageId} and lot_id in (select lot_id from taken)
    union all
    select 'packing', packing_id, packed_at from packing
    where village_id = ${villageId} and packing_id = ${packingId}
    union all
    select 'hold', hold_id, placed_at from hold
    where village_id = ${villageId}
      and (pack_id = ${packId} or lot_id in (select lot_id from taken))
    order by at, id`.execute(db)
  return rows
}

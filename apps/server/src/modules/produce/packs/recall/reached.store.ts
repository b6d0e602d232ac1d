import { RECALLED_DAYS } from '@azalea/produce-rules'
import { packNumber } from '@azalea/text'
import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import type { Held } from '../../lots/index.ts'

/** One packing of what a recall reaches; of a single pack its number. */
export interface ReachedPacking {
  readonly packingId: string
  readonly number: string
  readonly crop: string
  readonly packedAt: Date
  readonly packCount: number
  readonly netGrams: number
}

export interface Reached {
  readonly packCount: number
  readonly packingCount: number
  readonly packings: readonly ReachedPacking[]
  readonly lotIds: readonly string[]
}

/** The lots that a recall reaches: one statement, through the index of lots, plots or products. */
function lotsReached(villageId: string, { reach, target }: Held) {
  switch (reach) {
    case 'pack':
      return sql`select packed.lot_id from pack join packing_lot packed
        on packed.village_id = pack.village_id and packed.packing_id = pack.packing_id
        where pack.village_id = ${villageId} and pack.pack_id = ${target}::uuid`
    case 'lot':
      return sql`select ${target}::uuid as lot_id`
    case 'plot':
      return sql`select lot_id from harvest_lot
        where village_id = ${villageId} and plot_id = ${target}::uuid`
    case 'product':
      return lotsAfter(villageId, sql`applied.registration_number = ${target}`)
    case 'substance':
      return lotsAfter(villageId, contains(villageId, target))
  }
}

/** A substance among those of an application, by the index that begins with the village. */
function contains(villageId: string, substance: string) {
  return sql`applied.substances @> array[${substance}]
    and array_append(applied.substances, 'village ' || applied.village_id)
      @> array[${substance}, ${`village ${villageId}`}]`
}

/** Lots harvested within a year after something was put on their plot. */
function lotsAfter(villageId: string, which: ReturnType<typeof sql>) {
  return sql`select distinct lot.lot_id from application applied join harvest_lot lot
    on lot.village_id = applied.village_id and lot.plot_id = applied.plot_id
      and lot.harvested_on between (applied.applied_at at time zone 'Asia/Shanghai')::date
        and (applied.applied_at at time zone 'Asia/Shanghai')::date + ${RECALLED_DAYS}::int
    where applied.village_id = ${villageId} and ${which}`
}

/** Everything that a recall reaches, the latest packing first; of the packings only so many. */
export async function selectReached(
  db: Db,
  villageId: string,
  held: Held,
  most: number,
): Promise<Reached> {
  const lots = await sql<{ lot_id: string }>`${lotsReached(villageId, held)}`.execute(db)
  const lotIds = lots.rows.map((row) => row.lot_id)
  if (held.reach === 'pack') return { ...(await onlyPack(db, villageId, held.target)), lotIds }
  const { rows } = await sql<{
    packing_id: string
    number: string
    crop: string
    packed_at: Date
    pack_count: number
    net_grams: string
    packs: string
    packings: string
  }>`
    with reached as (
      select distinct packing_id from packing_lot
      where village_id = ${villageId} and lot_id = any(${lotIds}::uuid[])
    ), all_packings as (
      select packing.packing_id, packing.number, packing.crop, packing.packed_at, packing.pack_count
      from reached join packing on packing.village_id = ${villageId}
        and packing.packing_id = reached.packing_id
      where packing.pack_count > 0
    ), shown as (
      select *, sum(pack_count) over () as packs, count(*) over () as packings
      from all_packings order by packed_at desc, packing_id limit ${most}
    )
    select shown.*, (select coalesce(sum(net_grams), 0) from pack
      where pack.village_id = ${villageId} and pack.packing_id = shown.packing_id) as net_grams
    from shown order by packed_at desc, packing_id`.execute(db)
  return {
    packCount: Number(rows[0]?.packs ?? 0),
    packingCount: Number(rows[0]?.packings ?? 0),
    lotIds,
    packings: rows.map((row) => ({
      packingId: row.packing_id,
      number: row.number,
      crop: row.crop,
      packedAt: row.packed_at,
      packCount: row.pack_count,
      netGrams: Number(row.net_grams),
    })),
  }
}

async function onlyPack(db: Db, villageId: string, packId: string) {
  const { rows } = await sql<{
    packing_id: string
    number: string
    crop: string
    packed_at: Date
    serial: number
    net_grams: number
  }>`
    select packing.packing_id, packing.number, packing.crop, packing.packed_at, pack.serial,
      pack.net_grams
    from pack join packing on packing.village_id = pack.village_id
      and packing.packing_id = pack.packing_id
    where pack.village_id = ${villageId} and pack.pack_id = ${packId}::uuid`.execute(db)
  return {
    packCount: rows.length,
    packingCount: rows.length,
    packings: rows.map((row) => ({
      packingId: row.packing_id,
      number: packNumber(row.number, row.serial),
      crop: row.crop,
      packedAt: row.packed_at,
      packCount: 1,
      netGrams: row.net_grams,
    })),
  }
}

/** Whether a product or substance was ever put on a plot of the village. */
export async function wasUsed(
  db: Db,
  villageId: string,
  { reach, target }: Held,
): Promise<boolean> {
  const which =
    reach === 'product' ? sql`registration_number = ${target}` : contains(villageId, target)
  const { rows } = await sql`select from application applied
    where village_id = ${villageId} and ${which} limit 1`.execute(db)
  return rows.length > 0
}

export async function selectLotIdByNumber(
  db: Db,
  villageId: string,
  number: string,
): Promise<string | null> {
  const { rows } = await sql<{ lot_id: string }>`select lot_id from harvest_lot
    where village_id = ${villageId} and number = ${number}`.execute(db)
  return rows[0]?.lot_id ?? null
}

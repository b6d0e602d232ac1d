import { packNumber } from '@azalea/text'
import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import { plainArray } from '../../../../platform/database/plain-array.ts'

export interface SoldPack {
  readonly orderId: string
  readonly packNumber: string
}

/** Who bought of these lots, or this pack, the latest first; packs that went back are nobody's. */
export async function selectSoldOf(
  db: Db,
  villageId: string,
  of: { readonly lotIds: readonly string[]; readonly packId: string | null },
  limit: number,
): Promise<readonly SoldPack[]> {
  const which =
    of.packId === null
      ? sql`pack.packing_id in (select packing_id from packing_lot
          where village_id = ${villageId} and lot_id = any(${plainArray(of.lotIds)}::uuid[]))`
      : sql`pack.pack_id = ${of.packId}::uuid`
  const { rows } = await sql<{ order_id: string; number: string; serial: number }>`
    select sold.order_id, packing.number, pack.serial
    from pack
    join packing on packing.village_id = pack.village_id and packing.packing_id = pack.packing_id
    join market_order_pack sold on sold.village_id = pack.village_id and sold.pack_id = pack.pack_id
      and sold.released_at is null and not sold.is_missing
    where pack.village_id = ${villageId} and ${which}
    order by sold.order_id desc, packing.number, pack.serial limit ${limit}`.execute(db)
  return rows.map((row) => ({
    orderId: row.order_id,
    packNumber: packNumber(row.number, row.serial),
  }))
}

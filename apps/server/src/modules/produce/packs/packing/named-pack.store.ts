import type { NamedPack } from '@azalea/text'
import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'

/** One pack, or with serial 0 some packs of a packing. */
export interface KnownPack {
  readonly packingId: string
  readonly serial: number
}

/**
 * What others name, where it is of the village: a pack of this number, and with a GTIN one that carries
 * it. An address without a GTIN stands for its pack for good.
 */
export async function selectNamedPacks(
  db: Db,
  villageId: string,
  names: ReadonlyMap<string, NamedPack>,
): Promise<ReadonlyMap<string, KnownPack>> {
  const asked = [...names].filter(([, { villageId: of }]) => of === null || of === villageId)
  if (asked.length === 0) return new Map()
  const { rows } = await sql<{ name: string; packing_id: string; serial: number }>`
    select asked.name, packing.packing_id, asked.serial
    from unnest(${asked.map(([name]) => name)}::text[],
      ${asked.map(([, { packingNumber }]) => packingNumber)}::text[],
      ${asked.map(([, { serial }]) => serial ?? 0)}::int[],
      ${asked.map(([, { gtin }]) => gtin)}::text[]) as asked (name, number, serial, gtin)
    join packing on packing.village_id = ${villageId} and packing.number = asked.number
    where case when asked.gtin is null then asked.serial between 1 and packing.pack_count
      else exists (select from pack where pack.village_id = ${villageId}
        and pack.packing_id = packing.packing_id and pack.gtin = asked.gtin
        and asked.serial in (0, pack.serial)) end`.execute(db)
  return new Map(rows.map((row) => [row.name, { packingId: row.packing_id, serial: row.serial }]))
}

import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import type { MarketTables, PointKind } from '../tables.ts'

const tables = (db: Db) => db.withTables<MarketTables>()

export interface Point {
  readonly pointId: string
  readonly kind: PointKind
  readonly name: string
  readonly place: string
}

export interface Slot extends Point {
  readonly slotId: string
  readonly ordersUntil: Date
  readonly startsAt: Date
  readonly endsAt: Date
  readonly capacity: number
  readonly taken: number
}

export async function insertPoint(
  db: Db,
  villageId: string,
  point: Point & { readonly openedBy: string; readonly openedAt: Date },
): Promise<void> {
  await tables(db)
    .insertInto('market_point')
    .values({
      village_id: villageId,
      point_id: point.pointId,
      kind: point.kind,
      name: point.name,
      place: point.place,
      opened_by: point.openedBy,
      opened_at: point.openedAt,
    })
    .execute()
}

export async function selectPoints(db: Db, villageId: string): Promise<readonly Point[]> {
  const rows = await tables(db)
    .selectFrom('market_point')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('closed_at', 'is', null)
    .orderBy('opened_at')
    .orderBy('point_id')
    .execute()
  return rows.map((row) => ({
    pointId: row.point_id,
    kind: row.kind,
    name: row.name,
    place: row.place,
  }))
}

export async function insertSlot(
  db: Db,
  villageId: string,
  slot: Omit<Slot, keyof Point | 'taken'> & {
    readonly pointId: string
    readonly openedBy: string
    readonly openedAt: Date
  },
): Promise<void> {
  await tables(db)
    .insertInto('market_slot')
    .values({
      village_id: villageId,
      slot_id: slot.slotId,
      point_id: slot.pointId,
      orders_until: slot.ordersUntil,
      starts_at: slot.startsAt,
      ends_at: slot.endsAt,
      capacity: slot.capacity,
      taken: 0,
      opened_by: slot.openedBy,
      opened_at: slot.openedAt,
    })
    .execute()
}

const slotsOf = (db: Db, villageId: string) =>
  tables(db)
    .selectFrom('market_slot')
    .innerJoin('market_point', (join) =>
      join
        .onRef('market_point.village_id', '=', 'market_slot.village_id')
        .onRef('market_point.point_id', '=', 'market_slot.point_id'),
    )
    .select([
      'market_slot.slot_id',
      'market_slot.orders_until',
      'market_slot.starts_at',
      'market_slot.ends_at',
      'market_slot.capacity',
      'market_slot.taken',
      'market_point.point_id',
      'market_point.kind',
      'market_point.name',
      'market_point.place',
    ])
    .where('market_slot.village_id', '=', villageId)

/** Those that end after an instant, the soonest first. */
export async function selectSlots(
  db: Db,
  villageId: string,
  { endAfter, limit }: { readonly endAfter: Date; readonly limit: number },
): Promise<readonly Slot[]> {
  const rows = await slotsOf(db, villageId)
    .where('market_slot.ends_at', '>', endAfter)
    .orderBy('market_slot.starts_at')
    .orderBy('market_slot.slot_id')
    .limit(limit)
    .execute()
  return rows.map(presented)
}

export async function selectSlotsById(
  db: Db,
  villageId: string,
  slotIds: readonly string[],
): Promise<ReadonlyMap<string, Slot>> {
  if (slotIds.length === 0) return new Map()
  const rows = await slotsOf(db, villageId)
    .where('market_slot.slot_id', 'in', [...new Set(slotIds)])
    .execute()
  return new Map(rows.map((row) => [row.slot_id, presented(row)]))
}

/** Takes one place in a slot; false when it is full. */
export async function takePlace(db: Db, villageId: string, slotId: string): Promise<boolean> {
  const result = await tables(db)
    .updateTable('market_slot')
    .set({ taken: sql`taken + 1` })
    .where('village_id', '=', villageId)
    .where('slot_id', '=', slotId)
    .whereRef('taken', '<', 'capacity')
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function givePlaceBack(db: Db, villageId: string, slotId: string): Promise<void> {
  await tables(db)
    .updateTable('market_slot')
    .set({ taken: sql`taken - 1` })
    .where('village_id', '=', villageId)
    .where('slot_id', '=', slotId)
    .execute()
}

function presented(
  row: Pick<
    MarketTables['market_slot'],
    'slot_id' | 'orders_until' | 'starts_at' | 'ends_at' | 'capacity' | 'taken'
  > &
    Pick<MarketTables['market_point'], 'point_id' | 'kind' | 'name' | 'place'>,
): Slot {
  return {
    slotId: row.slot_id,
    pointId: row.point_id,
    kind: row.kind,
    name: row.name,
    place: row.place,
    ordersUntil: row.orders_until,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    capacity: row.capacity,
    taken: row.taken,
  }
}

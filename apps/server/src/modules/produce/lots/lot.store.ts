import type { HarvestGrade } from '@azalea/produce-rules'
import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { LotOrigin, LotTables } from './tables.ts'

const tables = (db: Db) => db.withTables<LotTables>()

export interface HarvestLot {
  readonly lotId: string
  readonly number: string
  readonly harvestId: string
  readonly plotId: string
  readonly crop: string
  readonly harvestedOn: string
  readonly origin: LotOrigin
  /** Of a round; null: its grower brought it. */
  readonly weighInId: string | null
  readonly grade: HarvestGrade
  readonly grams: number
  /** What is neither packed nor told as lost. */
  readonly leftGrams: number
  readonly growerId: string
  readonly householdId: string
  readonly openedAt: Date
}

export interface NewLot extends Omit<HarvestLot, 'leftGrams'> {
  readonly openedBy: string
}

/** False when another lot has this number or this weigh-in. */
export async function insertLot(db: Db, villageId: string, lot: NewLot): Promise<boolean> {
  const result = await tables(db)
    .insertInto('harvest_lot')
    .values({
      village_id: villageId,
      lot_id: lot.lotId,
      number: lot.number,
      harvest_id: lot.harvestId,
      plot_id: lot.plotId,
      crop: lot.crop,
      harvested_on: lot.harvestedOn,
      origin: lot.origin,
      weigh_in_id: lot.weighInId,
      grade: lot.grade,
      grams: lot.grams,
      left_grams: lot.grams,
      grower_id: lot.growerId,
      household_id: lot.householdId,
      opened_by: lot.openedBy,
      opened_at: lot.openedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

const lotsOf = (db: Db, villageId: string) =>
  tables(db).selectFrom('harvest_lot').selectAll().where('village_id', '=', villageId)

export async function selectLots(
  db: Db,
  villageId: string,
  lotIds: readonly string[],
): Promise<readonly HarvestLot[]> {
  if (lotIds.length === 0) return []
  const rows = await lotsOf(db, villageId)
    .where('lot_id', 'in', [...new Set(lotIds)])
    .orderBy('lot_id')
    .execute()
  return rows.map(presented)
}

/** The same, held until the commit, in the order of their ids. */
export async function lockLots(
  db: Db,
  villageId: string,
  lotIds: readonly string[],
): Promise<readonly HarvestLot[]> {
  const rows = await lotsOf(db, villageId)
    .where('lot_id', 'in', [...lotIds])
    .orderBy('lot_id')
    .forUpdate()
    .execute()
  return rows.map(presented)
}

/** The latest first; with `isLeft` only those of which something is. */
export async function selectLatestLots(
  db: Db,
  villageId: string,
  { isLeft, limit }: { readonly isLeft: boolean; readonly limit: number },
): Promise<readonly HarvestLot[]> {
  const all = lotsOf(db, villageId)
  const rows = await (isLeft ? all.where('left_grams', '>', 0) : all)
    .orderBy('opened_at', 'desc')
    .orderBy('lot_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(presented)
}

export async function selectLotsOfHousehold(
  db: Db,
  villageId: string,
  householdId: string,
): Promise<readonly HarvestLot[]> {
  const rows = await lotsOf(db, villageId)
    .where('household_id', '=', householdId)
    .orderBy('opened_at', 'desc')
    .orderBy('lot_id')
    .execute()
  return rows.map(presented)
}

/** What was weighed of each of these harvests; nothing of what is not here. */
export async function sumsOfHarvests(
  db: Db,
  villageId: string,
  harvestIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (harvestIds.length === 0) return new Map()
  const rows = await tables(db)
    .selectFrom('harvest_lot')
    .select(['harvest_id', sql<number>`sum(grams)::bigint`.as('grams')])
    .where('village_id', '=', villageId)
    .where('harvest_id', 'in', [...harvestIds])
    .groupBy('harvest_id')
    .execute()
  return new Map(rows.map((row) => [row.harvest_id, Number(row.grams)]))
}

/** Takes from a locked lot what it has. */
export async function takeFromLot(
  db: Db,
  villageId: string,
  lotId: string,
  grams: number,
): Promise<void> {
  await tables(db)
    .updateTable('harvest_lot')
    .set({ left_grams: sql`left_grams - ${grams}` })
    .where('village_id', '=', villageId)
    .where('lot_id', '=', lotId)
    .execute()
}

/** A locked lot weighs this from now on; what it was before stands in the correction. */
export async function correctLot(
  db: Db,
  villageId: string,
  lot: HarvestLot,
  correction: {
    readonly correctionId: string
    readonly weighInId: string
    readonly grade: HarvestGrade
    readonly grams: number
    readonly correctedBy: string
    readonly correctedAt: Date
  },
): Promise<void> {
  const { grade, grams } = correction
  await tables(db)
    .insertInto('lot_correction')
    .values({
      village_id: villageId,
      correction_id: correction.correctionId,
      lot_id: lot.lotId,
      weigh_in_id: correction.weighInId,
      grade,
      grams,
      grade_before: lot.grade,
      grams_before: lot.grams,
      corrected_by: correction.correctedBy,
      corrected_at: correction.correctedAt,
    })
    .execute()
  await tables(db)
    .updateTable('harvest_lot')
    .set({ grade, grams, left_grams: sql`left_grams + ${grams - lot.grams}` })
    .where('village_id', '=', villageId)
    .where('lot_id', '=', lot.lotId)
    .execute()
}

function presented(row: LotTables['harvest_lot']): HarvestLot {
  return {
    lotId: row.lot_id,
    number: row.number,
    harvestId: row.harvest_id,
    plotId: row.plot_id,
    crop: row.crop,
    harvestedOn: row.harvested_on,
    origin: row.origin,
    weighInId: row.weigh_in_id,
    grade: row.grade,
    grams: row.grams,
    leftGrams: row.left_grams,
    growerId: row.grower_id,
    householdId: row.household_id,
    openedAt: row.opened_at,
  }
}

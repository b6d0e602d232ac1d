import type { PlantingTimes } from '@azalea/produce-rules'
import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import type { CancelReason, PlanTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<PlanTables>()

/** What is to be grown on a plot. */
export interface Planting extends PlantingTimes {
  readonly plantingId: string
  readonly growingSeasonId: string
  readonly plotId: string
  readonly cropId: string
  /** Of a flock. */
  readonly heads: number | null
  readonly areaSquareMetres: number
  readonly expectedGrams: number
  readonly fromPlantingId: string | null
}

/** Plans of a village are made one after another: each is held against those before. */
export async function lockPlan(db: Db, villageId: string): Promise<void> {
  const key = `plan ${villageId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(db)
}

export async function insertPlantings(
  db: Db,
  villageId: string,
  plantings: readonly Planting[],
  planned: { readonly by: string; readonly at: Date },
): Promise<void> {
  const rows = plantings.map((planting) => ({
    village_id: villageId,
    planting_id: planting.plantingId,
    growing_season_id: planting.growingSeasonId,
    plot_id: planting.plotId,
    crop_id: planting.cropId,
    heads: planting.heads,
    area_square_metres: planting.areaSquareMetres,
    expected_grams: planting.expectedGrams,
    sow_from: planting.sowFrom,
    sow_to: planting.sowTo,
    harvest_from: planting.harvestFrom,
    harvest_to: planting.harvestTo,
    from_planting_id: planting.fromPlantingId,
    planned_by: planned.by,
    planned_at: planned.at,
  }))
  await tables(db).insertInto('planting').values(rows).execute()
}

export async function insertPlantingEnd(
  db: Db,
  villageId: string,
  plantingId: string,
  ended: {
    readonly as: 'cancelled' | 'changed'
    readonly because: CancelReason | null
    readonly by: string
    readonly at: Date
  },
): Promise<void> {
  await tables(db)
    .insertInto('planting_end')
    .values({
      village_id: villageId,
      planting_id: plantingId,
      ended_as: ended.as,
      because: ended.because,
      ended_by: ended.by,
      ended_at: ended.at,
    })
    .execute()
}

/** What stands on plots, or is to stand there, from a day on: neither cancelled nor changed. */
export async function selectStanding(
  db: Db,
  villageId: string,
  from: string,
  plotIds: readonly string[] | null = null,
): Promise<Planting[]> {
  let query = standingQuery(db, villageId).where('planting.harvest_to', '>=', from)
  if (plotIds !== null)
    query = query.where(sql<boolean>`planting.plot_id = any(${[...plotIds]}::uuid[])`)
  return (await query.execute()).map(toPlanting)
}

/** The plantings of a season, neither cancelled nor changed. */
export async function selectPlantingsOf(
  db: Db,
  villageId: string,
  growingSeasonId: string,
): Promise<Planting[]> {
  const rows = await standingQuery(db, villageId)
    .where('planting.growing_season_id', '=', growingSeasonId)
    .execute()
  return rows.map(toPlanting)
}

/** One that is neither cancelled nor changed. */
export async function selectPlanting(
  db: Db,
  villageId: string,
  plantingId: string,
): Promise<Planting | null> {
  const row = await standingQuery(db, villageId)
    .where('planting.planting_id', '=', plantingId)
    .executeTakeFirst()
  return row ? toPlanting(row) : null
}

function standingQuery(db: Db, villageId: string) {
  return tables(db)
    .selectFrom('planting')
    .selectAll('planting')
    .where('planting.village_id', '=', villageId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('planting_end')
            .select('planting_end.planting_id')
            .where('planting_end.village_id', '=', villageId)
            .whereRef('planting_end.planting_id', '=', 'planting.planting_id'),
        ),
      ),
    )
    .orderBy('planting.sow_from')
    .orderBy('planting.planting_id')
}

function toPlanting(row: PlanTables['planting']): Planting {
  return {
    plantingId: row.planting_id,
    growingSeasonId: row.growing_season_id,
    plotId: row.plot_id,
    cropId: row.crop_id,
    heads: row.heads,
    areaSquareMetres: row.area_square_metres,
    expectedGrams: row.expected_grams,
    sowFrom: row.sow_from,
    sowTo: row.sow_to,
    harvestFrom: row.harvest_from,
    harvestTo: row.harvest_to,
    fromPlantingId: row.from_planting_id,
  }
}

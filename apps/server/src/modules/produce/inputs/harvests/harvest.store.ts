import type { Db } from '../../../../platform/database/database.ts'
import type { InputTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<InputTables>()

export interface HarvestRow {
  readonly harvestId: string
  readonly plotId: string
  readonly on: string
  readonly crop: string
  readonly expectedGrams: number
  readonly declaredBy: string
  readonly householdId: string
  readonly declaredAt: Date
}

/** False when this crop's harvest on this day was declared before. */
export async function insertHarvest(
  db: Db,
  villageId: string,
  harvest: HarvestRow,
): Promise<boolean> {
  const result = await tables(db)
    .insertInto('harvest_declaration')
    .values({
      village_id: villageId,
      harvest_id: harvest.harvestId,
      plot_id: harvest.plotId,
      harvest_on: harvest.on,
      crop: harvest.crop,
      expected_grams: harvest.expectedGrams,
      declared_by: harvest.declaredBy,
      household_id: harvest.householdId,
      declared_at: harvest.declaredAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** The harvests of a plot, the latest first. */
export async function selectHarvests(
  db: Db,
  villageId: string,
  plotId: string,
): Promise<readonly HarvestRow[]> {
  const rows = await tables(db)
    .selectFrom('harvest_declaration')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('plot_id', '=', plotId)
    .orderBy('harvest_on', 'desc')
    .orderBy('harvest_id')
    .execute()
  return rows.map(presented)
}

export async function readHarvest(
  db: Db,
  villageId: string,
  harvestId: string,
): Promise<HarvestRow | null> {
  const row = await tables(db)
    .selectFrom('harvest_declaration')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('harvest_id', '=', harvestId)
    .executeTakeFirst()
  return row === undefined ? null : presented(row)
}

/** The harvests of some days, the latest day first. */
export async function selectHarvestsBetween(
  db: Db,
  villageId: string,
  first: string,
  last: string,
): Promise<readonly HarvestRow[]> {
  const rows = await tables(db)
    .selectFrom('harvest_declaration')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('harvest_on', '>=', first)
    .where('harvest_on', '<=', last)
    .orderBy('harvest_on', 'desc')
    .orderBy('harvest_id')
    .execute()
  return rows.map(presented)
}

function presented(row: InputTables['harvest_declaration']): HarvestRow {
  return {
    harvestId: row.harvest_id,
    plotId: row.plot_id,
    on: row.harvest_on,
    crop: row.crop,
    expectedGrams: row.expected_grams,
    declaredBy: row.declared_by,
    householdId: row.household_id,
    declaredAt: row.declared_at,
  }
}

/** What was declared for harvest in a span of days, by crop and day. */
export async function selectHarvestsWithin(
  db: Db,
  villageId: string,
  from: string,
  to: string,
): Promise<{ readonly crop: string; readonly on: string; readonly grams: number }[]> {
  const rows = await tables(db)
    .selectFrom('harvest_declaration')
    .select(({ fn }) => ['crop', 'harvest_on', fn.sum<string>('expected_grams').as('grams')])
    .where('village_id', '=', villageId)
    .where('harvest_on', '>=', from)
    .where('harvest_on', '<=', to)
    .groupBy(['crop', 'harvest_on'])
    .execute()
  return rows.map(({ crop, harvest_on, grams }) => ({ crop, on: harvest_on, grams: Number(grams) }))
}

import type { Application } from '@azalea/produce-rules'
import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { InputTables } from './tables.ts'

const tables = (db: Db) => db.withTables<InputTables>()

/** What is put on a plot and when it is harvested is decided by one after another. */
export async function lockPlotStory(db: Db, villageId: string, plotId: string): Promise<void> {
  const key = `inputs of ${villageId} ${plotId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(db)
}

/** What was put on a plot, with the day's terms. */
export interface AppliedRow extends Application {
  readonly applicationId: string
  readonly kind: InputTables['application']['kind']
  readonly name: string
  readonly unit: InputTables['application']['unit']
  readonly thousandths: number
  readonly areaSquareMetres: number
  readonly approvedBy: string
  readonly photoFileId: string
  readonly appliedAt: Date
  readonly recordId: string
}

/** Everything that was ever put on a plot, the latest first. */
export async function selectApplied(
  db: Db,
  villageId: string,
  plotId: string,
): Promise<readonly AppliedRow[]> {
  const rows = await tables(db)
    .selectFrom('application')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('plot_id', '=', plotId)
    .orderBy('applied_at', 'desc')
    .orderBy('application_id')
    .execute()
  return rows.map((row) => ({
    applicationId: row.application_id,
    kind: row.kind,
    name: row.name,
    registrationNumber: row.registration_number,
    substances: row.substances,
    crop: row.crop,
    season: row.season,
    unit: row.unit,
    thousandths: row.thousandths,
    areaSquareMetres: row.area_square_metres,
    mostUses: row.most_uses,
    preHarvestDays: row.pre_harvest_days,
    reEntryHours: row.re_entry_hours,
    appliedAt: row.applied_at,
    recordId: row.record_id,
    approvedBy: row.approved_by,
    photoFileId: row.photo_file_id,
  }))
}

/** The days on which a plot is or was to be harvested. */
export async function selectHarvestDays(
  db: Db,
  villageId: string,
  plotId: string,
): Promise<readonly string[]> {
  const rows = await tables(db)
    .selectFrom('harvest_declaration')
    .select('harvest_on')
    .where('village_id', '=', villageId)
    .where('plot_id', '=', plotId)
    .execute()
  return rows.map((row) => row.harvest_on)
}

/** How the last residue test of a plot came out; null while there was none. */
export async function selectLastOutcome(
  db: Db,
  villageId: string,
  plotId: string,
): Promise<InputTables['residue_test']['outcome'] | null> {
  const row = await tables(db)
    .selectFrom('residue_test')
    .select('outcome')
    .where('village_id', '=', villageId)
    .where('plot_id', '=', plotId)
    .orderBy('tested_at', 'desc')
    .orderBy('test_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.outcome ?? null
}

/** Of these plots those whose last residue test has failed. */
export async function selectHeldPlots(
  db: Db,
  villageId: string,
  plotIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (plotIds.length === 0) return new Set()
  const rows = await tables(db)
    .selectFrom('residue_test')
    .distinctOn('plot_id')
    .select(['plot_id', 'outcome'])
    .where('village_id', '=', villageId)
    .where('plot_id', 'in', [...new Set(plotIds)])
    .orderBy('plot_id')
    .orderBy('tested_at', 'desc')
    .orderBy('test_id', 'desc')
    .execute()
  return new Set(rows.filter(({ outcome }) => outcome === 'failed').map((row) => row.plot_id))
}

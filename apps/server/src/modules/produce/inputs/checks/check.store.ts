import type { Db } from '../../../../platform/database/database.ts'
import type { InputTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<InputTables>()

export async function insertResidueTest(db: Db, row: InputTables['residue_test']): Promise<void> {
  await tables(db).insertInto('residue_test').values(row).execute()
}

export async function insertInspection(db: Db, row: InputTables['inspection']): Promise<void> {
  await tables(db).insertInto('inspection').values(row).execute()
}

/** The residue tests and inspections of a plot, the latest first. */
export async function selectChecks(db: Db, villageId: string, plotId: string) {
  const tests = await tables(db)
    .selectFrom('residue_test')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('plot_id', '=', plotId)
    .orderBy('tested_at', 'desc')
    .execute()
  const inspections = await tables(db)
    .selectFrom('inspection')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('plot_id', '=', plotId)
    .orderBy('inspected_at', 'desc')
    .execute()
  return { tests, inspections }
}

/** The photos of one person that stand as evidence of a plot's story. */
export async function selectEvidenceOf(
  db: Db,
  villageId: string,
  personId: string,
): Promise<readonly string[]> {
  const tests = tables(db)
    .selectFrom('residue_test')
    .select('photo_file_id')
    .where('village_id', '=', villageId)
    .where('tested_by', '=', personId)
  const inspections = tables(db)
    .selectFrom('inspection')
    .select('photo_file_id')
    .where('village_id', '=', villageId)
    .where('inspected_by', '=', personId)
  const approvals = tables(db)
    .selectFrom('application')
    .select('photo_file_id')
    .where('village_id', '=', villageId)
    .where('approved_by', '=', personId)
  const rows = await tests.union(inspections).union(approvals).execute()
  return rows.map(({ photo_file_id }) => photo_file_id)
}

import type { Db } from '../../../../platform/database/database.ts'
import type { RoundTables, Spoken } from '../tables.ts'

const tables = (db: Db) => db.withTables<RoundTables>()

export interface Scale {
  readonly scaleId: string
  readonly name: string
  readonly speaks: Spoken
  /** Of the operator's setting; null for what speaks by no line. */
  readonly line: string | null
  readonly toleranceGrams: number
}

export interface ScaleCheck {
  readonly scaleId: string
  readonly testGrams: number
  readonly readGrams: number
  readonly outcome: 'passed' | 'failed'
  readonly checkedBy: string
  readonly checkedAt: Date
}

/** False when the village has one of this name. */
export async function insertScale(
  db: Db,
  villageId: string,
  scale: Scale & { readonly enteredBy: string; readonly enteredAt: Date },
): Promise<boolean> {
  const result = await tables(db)
    .insertInto('scale')
    .values({
      village_id: villageId,
      scale_id: scale.scaleId,
      name: scale.name,
      speaks: scale.speaks,
      line: scale.line,
      tolerance_grams: scale.toleranceGrams,
      entered_by: scale.enteredBy,
      entered_at: scale.enteredAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function selectScales(db: Db, villageId: string): Promise<Scale[]> {
  const rows = await scaleQuery(db, villageId).orderBy('name').execute()
  return rows.map(toScale)
}

export async function selectScale(
  db: Db,
  villageId: string,
  scaleId: string,
): Promise<Scale | null> {
  const row = await scaleQuery(db, villageId).where('scale_id', '=', scaleId).executeTakeFirst()
  return row ? toScale(row) : null
}

/** Held until the commit: who weighs shares it, who checks the scale is alone. */
export async function lockScale(
  db: Db,
  villageId: string,
  scaleId: string,
  how: 'alone' | 'shared',
): Promise<Scale | null> {
  const found = scaleQuery(db, villageId).where('scale_id', '=', scaleId)
  const row = await (how === 'alone' ? found.forUpdate() : found.forShare()).executeTakeFirst()
  return row ? toScale(row) : null
}

export async function insertScaleCheck(
  db: Db,
  villageId: string,
  check: ScaleCheck & { readonly checkId: string },
): Promise<void> {
  await tables(db)
    .insertInto('scale_check')
    .values({
      village_id: villageId,
      check_id: check.checkId,
      scale_id: check.scaleId,
      test_grams: check.testGrams,
      read_grams: check.readGrams,
      outcome: check.outcome,
      checked_by: check.checkedBy,
      checked_at: check.checkedAt,
    })
    .execute()
}

/** The last check of a scale, or the last that it passed. */
export async function selectLastCheck(
  db: Db,
  villageId: string,
  scaleId: string,
  outcome?: 'passed',
): Promise<ScaleCheck | null> {
  const all = tables(db)
    .selectFrom('scale_check')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('scale_id', '=', scaleId)
  const row = await (outcome === undefined ? all : all.where('outcome', '=', outcome))
    .orderBy('checked_at', 'desc')
    .orderBy('check_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    scaleId: row.scale_id,
    testGrams: row.test_grams,
    readGrams: row.read_grams,
    outcome: row.outcome,
    checkedBy: row.checked_by,
    checkedAt: row.checked_at,
  }
}

/** What a scale on a serial line told the server. */
export interface ScaleReading {
  readonly readingId: string
  readonly scaleId: string
  readonly grams: number
  readonly readBy: string
  readonly readAt: Date
}

export async function insertReading(
  db: Db,
  villageId: string,
  reading: ScaleReading,
): Promise<void> {
  await tables(db)
    .insertInto('scale_reading')
    .values({
      village_id: villageId,
      reading_id: reading.readingId,
      scale_id: reading.scaleId,
      grams: reading.grams,
      read_by: reading.readBy,
      read_at: reading.readAt,
    })
    .execute()
}

export async function selectReading(
  db: Db,
  villageId: string,
  readingId: string,
): Promise<ScaleReading | null> {
  const row = await tables(db)
    .selectFrom('scale_reading')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('reading_id', '=', readingId)
    .executeTakeFirst()
  if (row === undefined) return null
  const { reading_id, scale_id, grams, read_by, read_at } = row
  return { readingId: reading_id, scaleId: scale_id, grams, readBy: read_by, readAt: read_at }
}

function scaleQuery(db: Db, villageId: string) {
  return tables(db).selectFrom('scale').selectAll().where('village_id', '=', villageId)
}

function toScale(row: RoundTables['scale']): Scale {
  return {
    scaleId: row.scale_id,
    name: row.name,
    speaks: row.speaks,
    line: row.line,
    toleranceGrams: row.tolerance_grams,
  }
}

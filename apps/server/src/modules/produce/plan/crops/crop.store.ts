import type { CropTerms } from '@azalea/produce-rules'
import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import type { CropKind, CropUnit, PlanTables, TemplateKind } from '../tables.ts'

const tables = (db: Db) => db.withTables<PlanTables>()

/** A crop in one variety; `nameZh` is what approved lists, harvests and rounds call it. */
export interface Crop extends CropTerms {
  readonly cropId: string
  readonly kind: CropKind
  readonly nameZh: string
  readonly nameEn: string | null
  readonly variety: string | null
  readonly unit: CropUnit
  /** Of what is counted in pieces. */
  readonly pieceGrams: number | null
  /** Nothing more is planned with it. */
  readonly isRetired: boolean
}

/** A task between sowing and harvest, so many times, each so many days after the one before. */
export interface TemplateTask {
  readonly kind: TemplateKind
  readonly afterDays: number
  readonly withinDays: number
  readonly times: number
  readonly everyDays: number
  /** It is done only with a photo. */
  readonly needsPhoto: boolean
}

/** Puts a crop in, or in the place of what was known of it. False when another has its name. */
export async function saveCrop(
  db: Db,
  villageId: string,
  crop: Crop,
  kept: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const row = {
    kind: crop.kind,
    name_zh: crop.nameZh,
    name_en: crop.nameEn,
    variety: crop.variety,
    days_to_maturity: crop.daysToMaturity,
    harvest_days: crop.harvestDays,
    sowing: [...crop.sowing],
    yield_grams: crop.yieldGrams,
    yield_per: crop.yieldPer,
    unit: crop.unit,
    piece_grams: crop.pieceGrams,
    is_retired: crop.isRetired,
    kept_by: kept.by,
    kept_at: kept.at,
  }
  const taken = await tables(db)
    .selectFrom('crop')
    .select('crop_id')
    .where('village_id', '=', villageId)
    .where('name_zh', '=', crop.nameZh)
    .where(sql<string>`coalesce(variety, '')`, '=', crop.variety ?? '')
    .where('crop_id', '<>', crop.cropId)
    .executeTakeFirst()
  if (taken !== undefined) return false
  await tables(db)
    .insertInto('crop')
    .values({ village_id: villageId, crop_id: crop.cropId, ...row })
    .onConflict((conflict) => conflict.columns(['village_id', 'crop_id']).doUpdateSet(row))
    .execute()
  return true
}

/** Crops are entered one after another: no two have one name. */
export async function lockCrops(db: Db, villageId: string): Promise<void> {
  const key = `crops ${villageId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(db)
}

export async function saveTemplate(
  db: Db,
  villageId: string,
  cropId: string,
  tasks: readonly TemplateTask[],
): Promise<void> {
  await tables(db)
    .deleteFrom('crop_task')
    .where('village_id', '=', villageId)
    .where('crop_id', '=', cropId)
    .execute()
  if (tasks.length === 0) return
  const rows = tasks.map((task, at) => ({
    village_id: villageId,
    crop_id: cropId,
    line: at + 1,
    kind: task.kind,
    after_days: task.afterDays,
    within_days: task.withinDays,
    times: task.times,
    every_days: task.everyDays,
    needs_photo: task.needsPhoto,
  }))
  await tables(db).insertInto('crop_task').values(rows).execute()
}

/** Every crop of the village, by name. */
export async function selectCrops(db: Db, villageId: string): Promise<Crop[]> {
  const rows = await cropQuery(db, villageId).orderBy('name_zh').orderBy('variety').execute()
  return rows.map(toCrop)
}

/** These crops by id, in one query. */
export async function readCrops(
  db: Db,
  villageId: string,
  cropIds: readonly string[],
): Promise<Map<string, Crop>> {
  if (cropIds.length === 0) return new Map()
  const rows = await cropQuery(db, villageId)
    .where(sql<boolean>`crop_id = any(${[...cropIds]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.crop_id, toCrop(row)]))
}

/** What is to be done between sowing and harvest, by crop. */
export async function selectTemplates(
  db: Db,
  villageId: string,
): Promise<Map<string, TemplateTask[]>> {
  const rows = await tables(db)
    .selectFrom('crop_task')
    .selectAll()
    .where('village_id', '=', villageId)
    .orderBy('line')
    .execute()
  const templates = new Map<string, TemplateTask[]>()
  for (const row of rows) {
    const task = {
      kind: row.kind,
      afterDays: row.after_days,
      withinDays: row.within_days,
      times: row.times,
      everyDays: row.every_days,
      needsPhoto: row.needs_photo,
    }
    templates.set(row.crop_id, [...(templates.get(row.crop_id) ?? []), task])
  }
  return templates
}

function cropQuery(db: Db, villageId: string) {
  return tables(db).selectFrom('crop').selectAll().where('village_id', '=', villageId)
}

function toCrop(row: PlanTables['crop']): Crop {
  return {
    cropId: row.crop_id,
    kind: row.kind,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    variety: row.variety,
    daysToMaturity: row.days_to_maturity,
    harvestDays: row.harvest_days,
    sowing: row.sowing,
    yieldGrams: row.yield_grams,
    yieldPer: row.yield_per,
    unit: row.unit,
    pieceGrams: row.piece_grams,
    isRetired: row.is_retired,
  }
}

import type { Db } from '../../../../platform/database/database.ts'
import { sql } from 'kysely'
import type { DisputeCause, DisputeOutcome, RoundTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<RoundTables>()
type Row = RoundTables['weigh_in']

/** What was weighed of one delivery. */
export interface WeighIn {
  readonly weighInId: string
  readonly roundId: string
  readonly householdId: string
  /** Who declared the harvest. */
  readonly growerId: string
  readonly harvestId: string
  readonly plotId: string
  readonly scaleId: string
  readonly weighedHow: Row['weighed_how']
  readonly grade: Row['grade']
  readonly grossGrams: number
  readonly tareGrams: number
  readonly netGrams: number
  readonly photoFileId: string
  readonly outcome: Row['outcome']
  /** Of what was refused. */
  readonly because: Row['because']
  readonly lotId: string | null
  readonly lotNumber: string | null
  readonly replacesId: string | null
  /** What the server read itself; null: typed, or a telephone’s word. */
  readonly readingId: string | null
  readonly weighedBy: string
  readonly weighedAt: Date
  /** It counts no more; null: it does. */
  readonly voidedAt: Date | null
}

/** False when the grade of this harvest is weighed in already, or what it replaces has been replaced. */
export async function insertWeighIn(
  db: Db,
  villageId: string,
  one: Omit<WeighIn, 'voidedAt'>,
): Promise<boolean> {
  const result = await tables(db)
    .insertInto('weigh_in')
    .values({
      village_id: villageId,
      weigh_in_id: one.weighInId,
      round_id: one.roundId,
      household_id: one.householdId,
      grower_id: one.growerId,
      harvest_id: one.harvestId,
      plot_id: one.plotId,
      scale_id: one.scaleId,
      weighed_how: one.weighedHow,
      grade: one.grade,
      gross_grams: one.grossGrams,
      tare_grams: one.tareGrams,
      net_grams: one.netGrams,
      photo_file_id: one.photoFileId,
      outcome: one.outcome,
      because: one.because,
      lot_id: one.lotId,
      lot_number: one.lotNumber,
      replaces_id: one.replacesId,
      reading_id: one.readingId,
      weighed_by: one.weighedBy,
      weighed_at: one.weighedAt,
      voided_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function selectWeighIn(
  db: Db,
  villageId: string,
  weighInId: string,
): Promise<WeighIn | null> {
  const row = await weighIns(db, villageId).where('weigh_in_id', '=', weighInId).executeTakeFirst()
  return row ? toWeighIn(row) : null
}

/** Whether another weigh-in took its weight from this reading. */
export async function isReadingUsed(
  db: Db,
  villageId: string,
  readingId: string,
): Promise<boolean> {
  const row = await weighIns(db, villageId).where('reading_id', '=', readingId).executeTakeFirst()
  return row !== undefined
}

/** All of a round, or of one household in it, the first weighed first. */
export async function selectWeighIns(
  db: Db,
  villageId: string,
  roundId: string,
  householdId?: string,
): Promise<WeighIn[]> {
  const all = weighIns(db, villageId).where('round_id', '=', roundId)
  const rows = await (householdId === undefined ? all : all.where('household_id', '=', householdId))
    .orderBy('weighed_at')
    .orderBy('weigh_in_id')
    .execute()
  return rows.map(toWeighIn)
}

/** Everything that a household brought, the latest first. */
export async function selectWeighInsOf(
  db: Db,
  villageId: string,
  householdId: string,
  limit: number,
): Promise<WeighIn[]> {
  const rows = await weighIns(db, villageId)
    .where('household_id', '=', householdId)
    .orderBy('weighed_at', 'desc')
    .orderBy('weigh_in_id')
    .limit(limit)
    .execute()
  return rows.map(toWeighIn)
}

/** Whether a grade of a harvest is weighed in and counts. */
export async function isWeighed(
  db: Db,
  villageId: string,
  { roundId, harvestId, grade }: Pick<WeighIn, 'roundId' | 'harvestId' | 'grade'>,
): Promise<boolean> {
  const row = await weighIns(db, villageId)
    .where('round_id', '=', roundId)
    .where('harvest_id', '=', harvestId)
    .where('grade', '=', grade)
    .where('outcome', '=', 'accepted')
    .where('voided_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Grams that were accepted of a household in a round and count. */
export async function sumAccepted(
  db: Db,
  villageId: string,
  roundId: string,
  householdId: string,
): Promise<number> {
  const { rows } = await sql<{ grams: number }>`
    SELECT coalesce(sum(net_grams), 0)::bigint AS grams FROM weigh_in
    WHERE village_id = ${villageId} AND round_id = ${roundId}::uuid
      AND household_id = ${householdId}::uuid AND outcome = 'accepted' AND voided_at IS NULL
  `.execute(db)
  return rows[0]?.grams ?? 0
}

/** Grams that were accepted and count, by household. */
export async function selectCame(
  db: Db,
  villageId: string,
  roundId: string,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ household_id: string; grams: number }>`
    SELECT household_id, sum(net_grams)::bigint AS grams FROM weigh_in
    WHERE village_id = ${villageId} AND round_id = ${roundId}::uuid
      AND outcome = 'accepted' AND voided_at IS NULL
    GROUP BY household_id`.execute(db)
  return new Map(rows.map((row) => [row.household_id, row.grams]))
}

/** What was accepted on a scale from some moment on, counts, and nobody has doubted. */
export async function selectUndoubted(
  db: Db,
  villageId: string,
  { scaleId, from }: { readonly scaleId: string; readonly from: Date },
): Promise<WeighIn[]> {
  const rows = await weighIns(db, villageId)
    .where('scale_id', '=', scaleId)
    .where('weighed_at', '>=', from)
    .where('outcome', '=', 'accepted')
    .where('voided_at', 'is', null)
    .where(
      sql<boolean>`NOT EXISTS (SELECT FROM weigh_in_dispute AS doubt
        WHERE doubt.village_id = weigh_in.village_id
          AND doubt.weigh_in_id = weigh_in.weigh_in_id)`,
    )
    .orderBy('weighed_at')
    .execute()
  return rows.map(toWeighIn)
}

export async function voidWeighIn(
  db: Db,
  villageId: string,
  weighInId: string,
  at: Date,
): Promise<void> {
  await tables(db)
    .updateTable('weigh_in')
    .set({ voided_at: at })
    .where('village_id', '=', villageId)
    .where('weigh_in_id', '=', weighInId)
    .execute()
}

/** What somebody doubts of a weigh-in, and how that ended. */
export interface Dispute {
  readonly weighInId: string
  readonly cause: DisputeCause
  readonly disputedBy: string
  readonly words: string | null
  readonly disputedAt: Date
  readonly dueOn: string
  readonly outcome: DisputeOutcome | null
  readonly reasons: string | null
}

/** False when it is doubted already. */
export async function insertDispute(
  db: Db,
  villageId: string,
  one: Omit<Dispute, 'outcome' | 'reasons'>,
): Promise<boolean> {
  const result = await tables(db)
    .insertInto('weigh_in_dispute')
    .values({
      village_id: villageId,
      weigh_in_id: one.weighInId,
      cause: one.cause,
      disputed_by: one.disputedBy,
      words: one.words,
      disputed_at: one.disputedAt,
      due_on: one.dueOn,
      outcome: null,
      reasons: null,
      decided_by: null,
      decided_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function selectDispute(
  db: Db,
  villageId: string,
  weighInId: string,
): Promise<Dispute | null> {
  const row = await disputes(db, villageId).where('weigh_in_id', '=', weighInId).executeTakeFirst()
  return row ? toDispute(row) : null
}

/** Of these weigh-ins, by their ids. */
export async function selectDisputes(
  db: Db,
  villageId: string,
  weighInIds: readonly string[],
): Promise<ReadonlyMap<string, Dispute>> {
  const rows = await disputes(db, villageId)
    .where(sql<boolean>`weigh_in_id = any(${[...weighInIds]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.weigh_in_id, toDispute(row)]))
}

/** Those that nobody has decided, the oldest first. */
export async function selectOpenDisputes(db: Db, villageId: string): Promise<Dispute[]> {
  const rows = await disputes(db, villageId)
    .where('outcome', 'is', null)
    .orderBy('disputed_at')
    .orderBy('weigh_in_id')
    .execute()
  return rows.map(toDispute)
}

/** How many weigh-ins of a round are doubted, and nobody has decided. */
export async function countDisputed(db: Db, villageId: string, roundId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::integer AS count FROM weigh_in AS one
    WHERE one.village_id = ${villageId} AND one.round_id = ${roundId}::uuid
      AND EXISTS (SELECT FROM weigh_in_dispute AS d
        WHERE d.village_id = one.village_id AND d.weigh_in_id = one.weigh_in_id
          AND d.outcome IS NULL)`.execute(db)
  return rows[0]?.count ?? 0
}

export async function endDispute(
  db: Db,
  villageId: string,
  weighInId: string,
  how: {
    readonly outcome: DisputeOutcome
    readonly reasons: string
    readonly by: string
    readonly at: Date
  },
): Promise<void> {
  await tables(db)
    .updateTable('weigh_in_dispute')
    .set({ outcome: how.outcome, reasons: how.reasons, decided_by: how.by, decided_at: how.at })
    .where('village_id', '=', villageId)
    .where('weigh_in_id', '=', weighInId)
    .execute()
}

/** Takes out what an erased person wrote. */
export async function clearDisputeWords(
  db: Db,
  villageId: string,
  personId: string,
): Promise<void> {
  await tables(db)
    .updateTable('weigh_in_dispute')
    .set({ words: null })
    .where('village_id', '=', villageId)
    .where('disputed_by', '=', personId)
    .execute()
}

function weighIns(db: Db, villageId: string) {
  return tables(db).selectFrom('weigh_in').selectAll().where('village_id', '=', villageId)
}

function disputes(db: Db, villageId: string) {
  return tables(db).selectFrom('weigh_in_dispute').selectAll().where('village_id', '=', villageId)
}

function toDispute(row: RoundTables['weigh_in_dispute']): Dispute {
  return {
    weighInId: row.weigh_in_id,
    cause: row.cause,
    disputedBy: row.disputed_by,
    words: row.words,
    disputedAt: row.disputed_at,
    dueOn: row.due_on,
    outcome: row.outcome,
    reasons: row.reasons,
  }
}

function toWeighIn(row: Row): WeighIn {
  return {
    weighInId: row.weigh_in_id,
    roundId: row.round_id,
    householdId: row.household_id,
    growerId: row.grower_id,
    harvestId: row.harvest_id,
    plotId: row.plot_id,
    scaleId: row.scale_id,
    weighedHow: row.weighed_how,
    grade: row.grade,
    grossGrams: row.gross_grams,
    tareGrams: row.tare_grams,
    netGrams: row.net_grams,
    photoFileId: row.photo_file_id,
    outcome: row.outcome,
    because: row.because,
    lotId: row.lot_id,
    lotNumber: row.lot_number,
    replacesId: row.replaces_id,
    readingId: row.reading_id,
    weighedBy: row.weighed_by,
    weighedAt: row.weighed_at,
    voidedAt: row.voided_at,
  }
}

/** The photos that this person took at the scale. */
export async function selectWeighInPhotos(
  db: Db,
  villageId: string,
  personId: string,
): Promise<readonly string[]> {
  const rows = await tables(db)
    .selectFrom('weigh_in')
    .select('photo_file_id')
    .where('village_id', '=', villageId)
    .where('weighed_by', '=', personId)
    .execute()
  return rows.map((row) => row.photo_file_id)
}

/** The photo that was taken at each of these weigh-ins. */
export async function selectPhotosAtScale(
  db: Db,
  villageId: string,
  weighInIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (weighInIds.length === 0) return new Map()
  const rows = await tables(db)
    .selectFrom('weigh_in')
    .select(['weigh_in_id', 'photo_file_id'])
    .where('village_id', '=', villageId)
    .where('weigh_in_id', 'in', [...weighInIds])
    .execute()
  return new Map(rows.map((row) => [row.weigh_in_id, row.photo_file_id]))
}

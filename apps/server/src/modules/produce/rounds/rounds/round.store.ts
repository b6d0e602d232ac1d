import type { Deduction, GradePrice } from '@azalea/produce-rules'
import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import { plainArray } from '../../../../platform/database/plain-array.ts'
import type { RoundTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<RoundTables>()

export type NamedDeduction = Deduction & {
  readonly nameZh: string
  readonly nameEn: string | null
}

/** What is bought, beside the offer of the same id. */
export interface BuyingRound {
  readonly roundId: string
  readonly crop: string
  readonly priceUnit: RoundTables['buying_round']['price_unit']
  readonly collectionPoint: string
  readonly beginsAt: Date
  readonly endsAt: Date
  /** How long one grower's weighing takes. */
  readonly minutesEach: number
  readonly budgetId: string
  /** Of the rule sheet: what the first grade earns points by; null: nothing. */
  readonly itemRef: string | null
  readonly openedBy: string
  readonly closedAt: Date | null
}

export interface RoundTerms {
  readonly grades: readonly GradePrice[]
  readonly deductions: readonly NamedDeduction[]
}

export async function insertRound(
  db: Db,
  villageId: string,
  round: Omit<BuyingRound, 'closedAt'> & RoundTerms & { readonly openedAt: Date },
): Promise<void> {
  const { roundId } = round
  const key = { village_id: villageId, round_id: roundId }
  await tables(db)
    .insertInto('buying_round')
    .values({
      ...key,
      crop: round.crop,
      price_unit: round.priceUnit,
      collection_point: round.collectionPoint,
      begins_at: round.beginsAt,
      ends_at: round.endsAt,
      minutes_each: round.minutesEach,
      budget_id: round.budgetId,
      item_ref: round.itemRef,
      opened_by: round.openedBy,
      opened_at: round.openedAt,
      closed_by: null,
      closed_at: null,
    })
    .execute()
  await tables(db)
    .insertInto('round_grade')
    .values(round.grades.map(({ grade, fen }) => ({ ...key, grade, fen })))
    .execute()
  if (round.deductions.length === 0) return
  await tables(db)
    .insertInto('round_deduction')
    .values(
      round.deductions.map((deduction, at) => ({
        ...key,
        line: at + 1,
        name_zh: deduction.nameZh,
        name_en: deduction.nameEn,
        permille: 'permille' in deduction ? deduction.permille : null,
        fen_each: 'fenEach' in deduction ? deduction.fenEach : null,
      })),
    )
    .execute()
}

/** Held until the commit: who weighs shares it, who closes, decides or settles is alone. */
export async function lockRound(
  db: Db,
  villageId: string,
  roundId: string,
  how: 'alone' | 'shared',
): Promise<BuyingRound | null> {
  const found = roundQuery(db, villageId).where('round_id', '=', roundId)
  const row = await (how === 'alone' ? found.forUpdate() : found.forShare()).executeTakeFirst()
  return row ? toRound(row) : null
}

export async function selectRound(
  db: Db,
  villageId: string,
  roundId: string,
): Promise<BuyingRound | null> {
  const row = await roundQuery(db, villageId).where('round_id', '=', roundId).executeTakeFirst()
  return row ? toRound(row) : null
}

/** At most so many, those whose hours come last first. */
export async function selectRounds(
  db: Db,
  villageId: string,
  page: { readonly limit: number; readonly after: { at: Date; roundId: string } | null },
): Promise<BuyingRound[]> {
  const all = roundQuery(db, villageId)
  const { after } = page
  const rest =
    after === null
      ? all
      : all.where(sql<boolean>`(begins_at, round_id) < (${after.at}, ${after.roundId}::uuid)`)
  const rows = await rest
    .orderBy('begins_at', 'desc')
    .orderBy('round_id', 'desc')
    .limit(page.limit)
    .execute()
  return rows.map(toRound)
}

/** Those that are not closed. */
export async function selectOpenRounds(db: Db, villageId: string): Promise<BuyingRound[]> {
  const rows = await roundQuery(db, villageId).where('closed_at', 'is', null).execute()
  return rows.map(toRound)
}

export async function selectTerms(db: Db, villageId: string, roundId: string): Promise<RoundTerms> {
  const grades = await tables(db)
    .selectFrom('round_grade')
    .select(['grade', 'fen'])
    .where('village_id', '=', villageId)
    .where('round_id', '=', roundId)
    .orderBy('grade')
    .execute()
  const deductions = await tables(db)
    .selectFrom('round_deduction')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('round_id', '=', roundId)
    .orderBy('line')
    .execute()
  return {
    grades,
    deductions: deductions.map(({ name_zh, name_en, permille, fen_each }) => ({
      nameZh: name_zh,
      nameEn: name_en,
      ...(permille === null ? { fenEach: fen_each ?? 0 } : { permille }),
    })),
  }
}

export async function markClosed(
  db: Db,
  villageId: string,
  roundId: string,
  closed: { readonly by: string; readonly at: Date },
): Promise<void> {
  await tables(db)
    .updateTable('buying_round')
    .set({ closed_by: closed.by, closed_at: closed.at })
    .where('village_id', '=', villageId)
    .where('round_id', '=', roundId)
    .execute()
}

/** When a household comes, and for how much. */
export interface Slot {
  readonly householdId: string
  /** From 1, in the order of the queue. */
  readonly place: number
  readonly takenGrams: number
  readonly comesAt: Date
}

export async function insertSlots(
  db: Db,
  villageId: string,
  roundId: string,
  slots: readonly Slot[],
): Promise<void> {
  await sql`
    INSERT INTO round_slot (village_id, round_id, household_id, place, taken_grams, comes_at)
    SELECT ${villageId}, ${roundId}::uuid, household_id, place, taken_grams,
      to_timestamp(comes_at / 1000.0)
    FROM unnest(
      ${plainArray(slots.map(({ householdId }) => householdId))}::uuid[],
      ${plainArray(slots.map(({ place }) => place))}::integer[],
      ${plainArray(slots.map(({ takenGrams }) => takenGrams))}::bigint[],
      ${plainArray(slots.map(({ comesAt }) => comesAt.getTime()))}::bigint[]
    ) AS new (household_id, place, taken_grams, comes_at)`.execute(db)
}

/** All of a round, in the order of places; after a place, and at most so many. */
export async function selectSlots(
  db: Db,
  villageId: string,
  roundId: string,
  page: { readonly after: number; readonly limit: number } = { after: 0, limit: 100_000 },
): Promise<Slot[]> {
  const rows = await tables(db)
    .selectFrom('round_slot')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('round_id', '=', roundId)
    .where('place', '>', page.after)
    .orderBy('place')
    .limit(page.limit)
    .execute()
  return rows.map(toSlot)
}

/** Held until the commit, so that what one household brings is summed up one after another. */
export async function lockSlot(
  db: Db,
  villageId: string,
  roundId: string,
  householdId: string,
): Promise<Slot | null> {
  const row = await tables(db)
    .selectFrom('round_slot')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('round_id', '=', roundId)
    .where('household_id', '=', householdId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row ? toSlot(row) : null
}

/** A household's slots, by round. */
export async function selectSlotsOf(
  db: Db,
  villageId: string,
  householdId: string,
): Promise<ReadonlyMap<string, Slot>> {
  const rows = await tables(db)
    .selectFrom('round_slot')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('household_id', '=', householdId)
    .execute()
  return new Map(rows.map((row) => [row.round_id, toSlot(row)]))
}

function roundQuery(db: Db, villageId: string) {
  return tables(db).selectFrom('buying_round').selectAll().where('village_id', '=', villageId)
}

function toSlot(row: RoundTables['round_slot']): Slot {
  return {
    householdId: row.household_id,
    place: row.place,
    takenGrams: row.taken_grams,
    comesAt: row.comes_at,
  }
}

function toRound(row: RoundTables['buying_round']): BuyingRound {
  return {
    roundId: row.round_id,
    crop: row.crop,
    priceUnit: row.price_unit,
    collectionPoint: row.collection_point,
    beginsAt: row.begins_at,
    endsAt: row.ends_at,
    minutesEach: row.minutes_each,
    budgetId: row.budget_id,
    itemRef: row.item_ref,
    openedBy: row.opened_by,
    closedAt: row.closed_at,
  }
}

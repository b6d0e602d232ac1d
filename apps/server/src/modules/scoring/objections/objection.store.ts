import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import {
  inPage,
  term,
  type Listed,
  type ListOrders,
  type PageOrder,
} from '../../../platform/database/list-order.ts'
import type {
  ObjectionChannel,
  ObjectionPhase,
  ObjectionState,
  ScoringTables,
} from '../ground/tables.ts'

const tables = (db: Db) => db.withTables<ScoringTables>()

/** Somebody's words against an award. */
export interface Objection {
  readonly objectionId: string
  readonly awardId: string
  readonly phase: ObjectionPhase
  readonly objectorId: string
  readonly objectorHouseholdId: string
  readonly channel: ObjectionChannel
  readonly enteredBy: string
  /** Null once the objector has been erased. */
  readonly words: string | null
  readonly raisedAt: Date
  /** The last civil day for the answer. */
  readonly dueOn: string
  readonly state: ObjectionState
  readonly escalatedAt: Date | null
  readonly answeredBy: string | null
  readonly answeredAt: Date | null
  readonly reasons: string | null
  readonly newAwardId: string | null
  /** Members who declared themselves biased. */
  readonly passedOnBy: readonly string[]
}

export type NewObjection = Omit<
  Objection,
  'state' | 'escalatedAt' | 'answeredBy' | 'answeredAt' | 'reasons' | 'newAwardId' | 'passedOnBy'
>

export async function insertObjection(
  db: Db,
  villageId: string,
  objection: NewObjection,
): Promise<void> {
  await tables(db)
    .insertInto('objection')
    .values({
      village_id: villageId,
      objection_id: objection.objectionId,
      award_id: objection.awardId,
      phase: objection.phase,
      objector_id: objection.objectorId,
      objector_household_id: objection.objectorHouseholdId,
      channel: objection.channel,
      entered_by: objection.enteredBy,
      words: objection.words,
      raised_at: objection.raisedAt,
      due_on: objection.dueOn,
      state: 'open',
      escalated_at: null,
      answered_by: null,
      answered_at: null,
      reasons: null,
      new_award_id: null,
    })
    .execute()
}

export async function markAnswered(
  db: Db,
  villageId: string,
  objectionId: string,
  answer: {
    readonly state: 'upheld' | 'refused'
    readonly by: string
    readonly at: Date
    readonly reasons: string
    readonly newAwardId: string | null
  },
): Promise<void> {
  await tables(db)
    .updateTable('objection')
    .set({
      state: answer.state,
      answered_by: answer.by,
      answered_at: answer.at,
      reasons: answer.reasons,
      new_award_id: answer.newAwardId,
    })
    .where('village_id', '=', villageId)
    .where('objection_id', '=', objectionId)
    .execute()
}

/** Adds somebody to those who leave the answer to others. */
export async function markPassedOn(
  db: Db,
  villageId: string,
  { objectionId, passedOnBy }: Objection,
  personId: string,
): Promise<void> {
  await tables(db)
    .updateTable('objection')
    .set({ passed_on_by: [...passedOnBy, personId] })
    .where('village_id', '=', villageId)
    .where('objection_id', '=', objectionId)
    .execute()
}

/** Marks open ones whose last day is over, each once; those that were marked now. */
export async function markEscalated(
  db: Db,
  villageId: string,
  at: Date,
  today: string,
): Promise<Objection[]> {
  const rows = await tables(db)
    .updateTable('objection')
    .set({ escalated_at: at })
    .where('village_id', '=', villageId)
    .where('state', '=', 'open')
    .where('due_on', '<', today)
    .where('escalated_at', 'is', null)
    .returning(columns)
    .execute()
  return rows.map(toObjection).toSorted((a, b) => (a.objectionId < b.objectionId ? -1 : 1))
}

/** How many are overdue and not marked as such. */
export async function countOverdue(db: Db, villageId: string, today: string): Promise<number> {
  const row = await tables(db)
    .selectFrom('objection')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('village_id', '=', villageId)
    .where('state', '=', 'open')
    .where('due_on', '<', today)
    .where('escalated_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.count
}

export async function selectObjection(
  db: Db,
  villageId: string,
  objectionId: string,
): Promise<Objection | null> {
  const row = await query(db, villageId).where('objection_id', '=', objectionId).executeTakeFirst()
  return row ? toObjection(row) : null
}

/** The objections to an award, oldest first. */
export async function selectObjectionsTo(
  db: Db,
  villageId: string,
  awardId: string,
): Promise<Objection[]> {
  return (await selectObjectionsToAll(db, villageId, [awardId])).get(awardId) ?? []
}

/** The objections to these awards, by award, oldest first. */
export async function selectObjectionsToAll(
  db: Db,
  villageId: string,
  awardIds: readonly string[],
): Promise<Map<string, Objection[]>> {
  if (awardIds.length === 0) return new Map()
  const rows = await query(db, villageId)
    .where(sql<boolean>`award_id = any(${[...awardIds]}::uuid[])`)
    .orderBy('raised_at')
    .orderBy('objection_id')
    .execute()
  const byAward = new Map<string, Objection[]>()
  for (const row of rows) {
    const list = byAward.get(row.award_id)
    if (list === undefined) byAward.set(row.award_id, [toObjection(row)])
    else list.push(toObjection(row))
  }
  return byAward
}

export const objectionOrders = {
  by: {
    dueOn: [term('date', sql`due_on`)],
    raisedAt: [term('timestamptz', sql`raised_at`)],
  },
  tie: term('uuid', sql`objection_id`),
} satisfies ListOrders<string>

/** Objections in one state, in an order; uncounted, since not everybody may read all of them. */
export async function selectInState(
  db: Db,
  villageId: string,
  state: ObjectionState,
  order: PageOrder,
): Promise<Listed<Objection>> {
  const found = inPage(query(db, villageId).where('state', '=', state), order)
  const rows = await found.execute()
  return { rows: rows.map((row) => ({ ...toObjection(row), mark: row.mark })), total: null }
}

/** What a person has objected to, newest first, after a mark; all of it without a limit. */
export async function selectObjectionsOf(
  db: Db,
  villageId: string,
  objectorId: string,
  page: {
    readonly before: { readonly raisedAt: Date; readonly objectionId: string } | null
    readonly limit: number | null
  },
): Promise<Objection[]> {
  let found = query(db, villageId).where('objector_id', '=', objectorId)
  const { before } = page
  if (before !== null)
    found = found.where((where) =>
      where.eb(
        where.refTuple('raised_at', 'objection_id'),
        '<',
        where.tuple(before.raisedAt, before.objectionId),
      ),
    )
  found = found.orderBy('raised_at', 'desc').orderBy('objection_id', 'desc')
  if (page.limit !== null) found = found.limit(page.limit)
  return (await found.execute()).map(toObjection)
}

/** Makes who objects for one person wait for each other, until the commit. */
export async function lockObjector(db: Db, villageId: string, personId: string): Promise<void> {
  const key = `objector ${villageId} ${personId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(db)
}

/** How many objections of one person wait for their answer. */
export async function countOpenObjectionsOf(
  db: Db,
  villageId: string,
  personId: string,
): Promise<number> {
  const row = await tables(db)
    .selectFrom('objection')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('village_id', '=', villageId)
    .where('objector_id', '=', personId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  return row.count
}

const columns = [
  'objection_id',
  'award_id',
  'phase',
  'objector_id',
  'objector_household_id',
  'channel',
  'entered_by',
  'words',
  'raised_at',
  'due_on',
  'state',
  'escalated_at',
  'answered_by',
  'answered_at',
  'reasons',
  'new_award_id',
  'passed_on_by',
] as const

function query(db: Db, villageId: string) {
  return tables(db).selectFrom('objection').select(columns).where('village_id', '=', villageId)
}

type Row = Awaited<ReturnType<ReturnType<typeof query>['executeTakeFirstOrThrow']>>

function toObjection(row: Row): Objection {
  return {
    objectionId: row.objection_id,
    awardId: row.award_id,
    phase: row.phase,
    objectorId: row.objector_id,
    objectorHouseholdId: row.objector_household_id,
    channel: row.channel,
    enteredBy: row.entered_by,
    words: row.words,
    raisedAt: row.raised_at,
    dueOn: row.due_on,
    state: row.state,
    escalatedAt: row.escalated_at,
    answeredBy: row.answered_by,
    answeredAt: row.answered_at,
    reasons: row.reasons,
    newAwardId: row.new_award_id,
    passedOnBy: row.passed_on_by,
  }
}

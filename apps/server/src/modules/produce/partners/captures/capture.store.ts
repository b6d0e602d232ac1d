import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import type { ErrorBehaviour, PartnerTables } from '../tables.ts'
import type { CheckedCapture, EventFault } from './check-capture-file.ts'

const tables = (db: Db) => db.withTables<PartnerTables>()

/** What came of a request so far. */
export interface Capture {
  readonly captureId: string
  readonly partnerId: string
  readonly onError: ErrorBehaviour
  readonly eventCount: number
  readonly createdAt: Date
  readonly finishedAt: Date | null
  readonly storedCount: number
  readonly repeatedCount: number
  readonly unknownCount: number
  readonly faultCount: number
  /** The first of them. */
  readonly faults: readonly EventFault[]
}

export type CaptureOutcome = Pick<
  Capture,
  'storedCount' | 'repeatedCount' | 'unknownCount' | 'faultCount' | 'faults'
>

export async function insertCapture(
  db: Db,
  villageId: string,
  capture: Pick<Capture, 'captureId' | 'partnerId' | 'onError' | 'createdAt'>,
  checked: CheckedCapture,
): Promise<void> {
  await sql`
    insert into capture
      (village_id, capture_id, partner_id, on_error, event_count, checked, created_at)
    values (${villageId}, ${capture.captureId}, ${capture.partnerId}, ${capture.onError},
      ${checked.eventCount}, ${JSON.stringify(checked)}, ${capture.createdAt})`.execute(db)
}

const shown = [
  'capture_id',
  'partner_id',
  'on_error',
  'event_count',
  'created_at',
  'finished_at',
  'stored_count',
  'repeated_count',
  'unknown_count',
  'fault_count',
  'faults',
] as const

/** The latest first; of one partner, or of all. */
export async function selectCaptures(
  db: Db,
  villageId: string,
  { partnerId, limit }: { readonly partnerId: string | null; readonly limit: number },
): Promise<readonly Capture[]> {
  const all = tables(db).selectFrom('capture').select(shown).where('village_id', '=', villageId)
  const rows = await (partnerId === null ? all : all.where('partner_id', '=', partnerId))
    .orderBy('created_at', 'desc')
    .orderBy('capture_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(presented)
}

export async function selectCapture(
  db: Db,
  villageId: string,
  captureId: string,
): Promise<Capture | null> {
  const row = await tables(db)
    .selectFrom('capture')
    .select(shown)
    .where('village_id', '=', villageId)
    .where('capture_id', '=', captureId)
    .executeTakeFirst()
  return row === undefined ? null : presented(row)
}

/** What is to be kept of a capture, held until the commit; null once that was done. */
export async function lockChecked(
  db: Db,
  villageId: string,
  captureId: string,
): Promise<(Pick<Capture, 'partnerId' | 'onError'> & { readonly checked: CheckedCapture }) | null> {
  const row = await tables(db)
    .selectFrom('capture')
    .select(['partner_id', 'on_error', 'checked'])
    .where('village_id', '=', villageId)
    .where('capture_id', '=', captureId)
    .forUpdate()
    .executeTakeFirst()
  if (row?.checked === undefined || row.checked === null) return null
  return {
    partnerId: row.partner_id,
    onError: row.on_error,
    // Written by `insertCapture` alone.
    checked: JSON.parse(row.checked) as CheckedCapture,
  }
}

export async function finishCapture(
  db: Db,
  villageId: string,
  captureId: string,
  outcome: CaptureOutcome & { readonly finishedAt: Date },
): Promise<void> {
  await sql`
    update capture set checked = null, finished_at = ${outcome.finishedAt},
      stored_count = ${outcome.storedCount}, repeated_count = ${outcome.repeatedCount},
      unknown_count = ${outcome.unknownCount}, fault_count = ${outcome.faultCount},
      faults = ${JSON.stringify(outcome.faults)}
    where village_id = ${villageId} and capture_id = ${captureId}`.execute(db)
}

/** What a partner has sent that is not kept yet, and how many events since a moment. */
export async function countSent(
  db: Db,
  villageId: string,
  partnerId: string,
  since: Date,
): Promise<{ readonly waiting: number; readonly events: number }> {
  const { rows } = await sql<{ waiting: number; events: number }>`
    select count(*) filter (where finished_at is null)::int as waiting,
      coalesce(sum(event_count), 0)::int as events
    from capture where village_id = ${villageId} and partner_id = ${partnerId}
      and created_at >= ${since}`.execute(db)
  return rows[0] ?? { waiting: 0, events: 0 }
}

/** What is not kept yet, the earliest first. */
export async function selectWaiting(db: Db, villageId: string): Promise<readonly string[]> {
  const rows = await tables(db)
    .selectFrom('capture')
    .select('capture_id')
    .where('village_id', '=', villageId)
    .where('finished_at', 'is', null)
    .orderBy('created_at')
    .execute()
  return rows.map((row) => row.capture_id)
}

function presented(row: Pick<PartnerTables['capture'], (typeof shown)[number]>): Capture {
  return {
    captureId: row.capture_id,
    partnerId: row.partner_id,
    onError: row.on_error,
    eventCount: row.event_count,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    storedCount: row.stored_count,
    repeatedCount: row.repeated_count,
    unknownCount: row.unknown_count,
    faultCount: row.fault_count,
    // Written by `finishCapture` alone.
    faults: JSON.parse(row.faults) as readonly EventFault[],
  }
}

import { sql } from 'kysely'
import type { TreeHead } from '@azalea/tlog'
import type { Db } from '../../platform/database/database.ts'
import type { LogId } from './log.store.ts'
import type { AlarmKind, LogTables } from './tables.ts'

const tables = (db: Db) => db.withTables<LogTables>()

/** The right to take a log further, until another process holds a higher fence. */
export interface Lease extends LogId {
  readonly fence: number
}

export interface Alarm {
  readonly kind: AlarmKind
  readonly detail: string
  readonly since: Date
}

/** A checkpoint as it is served. */
export interface Publication {
  readonly size: number
  readonly note: string
  readonly at: Date
}

export interface HeadRow {
  readonly head: TreeHead
  readonly published: Publication | null
  readonly alarm: Alarm | null
}

const ofLog = ({ villageId, generation }: LogId) =>
  sql<boolean>`village_id = ${villageId} AND generation = ${generation}`

const ofLease = (lease: Lease) => sql<boolean>`${ofLog(lease)} AND fence = ${lease.fence}`

export interface LeaseTime {
  readonly now: Date
  readonly milliseconds: number
}

const endOf = ({ now, milliseconds }: LeaseTime) => new Date(now.getTime() + milliseconds)

/** By how much the clocks of two servers may differ without one taking the other's lease. */
const CLOCKS_DIFFER_MILLISECONDS = 60_000

/**
 * Takes the lease when nobody holds it (any more); null when somebody does, or is writing. One that
 * ends much later than its own length from now was taken by a clock that ran ahead: it has lapsed.
 */
export async function takeLease(db: Db, log: LogId, time: LeaseTime): Promise<Lease | null> {
  // SKIP LOCKED: a holder that stopped in the middle of a batch must not stop us as well.
  const { rows } = await sql<{ fence: number }>`
    UPDATE log_head
    SET fence = fence + 1, leased_until = ${endOf(time)}, lease_milliseconds = ${time.milliseconds}
    WHERE (village_id, generation) IN (
      SELECT village_id, generation FROM log_head
      WHERE ${ofLog(log)} AND (leased_until <= ${time.now}
        OR leased_until > ${time.now}::timestamptz
          + (lease_milliseconds + ${CLOCKS_DIFFER_MILLISECONDS}) * interval '1 millisecond')
      FOR UPDATE SKIP LOCKED
    )
    RETURNING fence
  `.execute(db)
  return rows[0] ? { ...log, fence: rows[0].fence } : null
}

/** Whether the lease is still ours; it then lasts for the given time. */
export async function renewLease(db: Db, lease: Lease, time: LeaseTime): Promise<boolean> {
  const result = await tables(db)
    .updateTable('log_head')
    .set({ leased_until: endOf(time), lease_milliseconds: time.milliseconds })
    .where(ofLease(lease))
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Lets others have it at once. */
export async function releaseLease(db: Db, lease: Lease): Promise<void> {
  await tables(db)
    .updateTable('log_head')
    .set({ leased_until: new Date(0) })
    .where(ofLease(lease))
    .execute()
}

/** Locks the head of a leased log for the transaction; null when the lease is another's now. */
export async function lockHead(db: Db, lease: Lease): Promise<TreeHead | null> {
  const row = await tables(db)
    .selectFrom('log_head')
    .select(['tree_size', 'root_hash'])
    .where(ofLease(lease))
    .forUpdate()
    .executeTakeFirst()
  return row ? { size: row.tree_size, rootHash: row.root_hash } : null
}

/** Compares and swaps the head, under the fence. False when it was not `from`, or not ours. */
export async function moveHead(
  db: Db,
  lease: Lease,
  { from, to }: { from: TreeHead; to: TreeHead },
): Promise<boolean> {
  const result = await tables(db)
    .updateTable('log_head')
    .set({ tree_size: to.size, root_hash: Buffer.from(to.rootHash) })
    .where(ofLease(lease))
    .where('tree_size', '=', from.size)
    .where('root_hash', '=', Buffer.from(from.rootHash))
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Sets the head to what a recovery has found, under the fence, and ends the alarm. */
export async function replaceHead(db: Db, lease: Lease, head: TreeHead): Promise<boolean> {
  const result = await tables(db)
    .updateTable('log_head')
    .set({
      tree_size: head.size,
      root_hash: Buffer.from(head.rootHash),
      alarm: null,
      alarm_detail: null,
      alarm_since: null,
    })
    .where(ofLease(lease))
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/**
 * Makes a checkpoint the one that is served, under the fence and never a smaller one than before,
 * and keeps the first of each size for good.
 * @returns false when the lease is another's now, or a larger one is served already
 */
export async function publish(
  db: Db,
  lease: Lease,
  { size, note, at }: Publication,
): Promise<boolean> {
  const result = await tables(db)
    .updateTable('log_head')
    .set({
      published_size: size,
      published_note: note,
      published_at: at,
      alarm: null,
      alarm_detail: null,
      alarm_since: null,
    })
    .where(ofLease(lease))
    .where(sql<boolean>`coalesce(published_size, 0) <= ${size}`)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) return false
  await tables(db)
    .insertInto('log_checkpoint')
    .values({
      village_id: lease.villageId,
      generation: lease.generation,
      tree_size: size,
      note,
      published_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return true
}

/** Keeps what is wrong; an alarm of the same kind keeps the time since when. */
export async function raiseAlarm(
  db: Db,
  lease: Lease,
  { kind, detail, since }: Alarm,
): Promise<void> {
  await sql`
    UPDATE log_head SET alarm = ${kind}, alarm_detail = ${detail},
      alarm_since = CASE WHEN alarm = ${kind} THEN alarm_since ELSE ${since} END
    WHERE ${ofLease(lease)} AND (alarm IS DISTINCT FROM ${kind} OR alarm_detail IS DISTINCT FROM ${detail})
  `.execute(db)
}

export async function selectHead(db: Db, log: LogId): Promise<HeadRow | null> {
  const row = await tables(db)
    .selectFrom('log_head')
    .selectAll()
    .where(ofLog(log))
    .executeTakeFirst()
  if (row === undefined) return null
  const { published_size: size, published_note: note, published_at: at } = row
  const { alarm: kind, alarm_detail: detail, alarm_since: since } = row
  return {
    head: { size: row.tree_size, rootHash: row.root_hash },
    published: size !== null && note !== null && at !== null ? { size, note, at } : null,
    alarm: kind !== null && since !== null ? { kind, detail: detail ?? '', since } : null,
  }
}

/** The first publication that holds an entry, as it was then; null when none does yet. */
export async function selectFirstPublication(
  db: Db,
  { villageId, generation }: LogId,
  entryIndex: number,
): Promise<{ at: Date; note: string } | null> {
  const row = await tables(db)
    .selectFrom('log_checkpoint')
    .select(['published_at', 'note'])
    .where('village_id', '=', villageId)
    .where('generation', '=', generation)
    .where('tree_size', '>', entryIndex)
    .orderBy('tree_size')
    .limit(1)
    .executeTakeFirst()
  return row ? { at: row.published_at, note: row.note } : null
}

/** The largest checkpoint ever published, from where nothing is ever changed. */
export async function selectLastCheckpoint(
  db: Db,
  { villageId, generation }: LogId,
): Promise<string | null> {
  const row = await tables(db)
    .selectFrom('log_checkpoint')
    .select('note')
    .where('village_id', '=', villageId)
    .where('generation', '=', generation)
    .orderBy('tree_size', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.note ?? null
}

/**
 * Makes the transaction one that may be signed for: on disk when its commit returns, whatever the
 * database's own setting, and ended by PostgreSQL when its process stops in the middle, so that its
 * locks do not stop the others.
 */
export async function makeTransactionSafe(db: Db, idleMilliseconds: number): Promise<void> {
  await sql`
    SELECT set_config('idle_in_transaction_session_timeout', ${String(idleMilliseconds)}, true),
      CASE WHEN current_setting('synchronous_commit') = 'off'
        THEN set_config('synchronous_commit', 'on', true) END
  `.execute(db)
}

import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import { plainArray, writeInPortions } from '../../../platform/database/plain-array.ts'
import type { CommunityTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<CommunityTables>()

export interface MessageRow {
  readonly messageId: string
  readonly kind: string
  readonly params: Readonly<Record<string, unknown>>
  readonly sentAt: Date
  readonly readAt: Date | null
}

interface NewRow {
  readonly messageId: string
  readonly personId: string
  readonly kind: string
  readonly params: unknown
}

export async function insertMessages(
  db: Db,
  villageId: string,
  sentAt: Date,
  rows: readonly NewRow[],
): Promise<void> {
  // In the order in which they lie by person.
  const inOrder = rows.toSorted((a, b) => (a.personId < b.personId ? -1 : 1))
  await writeInPortions(inOrder, (some) => insertSome(db, villageId, sentAt, some))
}

async function insertSome(
  db: Db,
  villageId: string,
  sentAt: Date,
  rows: readonly NewRow[],
): Promise<void> {
  await sql`
    INSERT INTO message (village_id, message_id, person_id, kind, params, sent_at)
    SELECT ${villageId}, message_id, person_id, kind, params, ${sentAt}
    FROM ROWS FROM (
      unnest(${plainArray(rows.map((row) => row.messageId))}::uuid[]),
      unnest(${plainArray(rows.map((row) => row.personId))}::uuid[]),
      unnest(${plainArray(rows.map((row) => row.kind))}::text[]),
      jsonb_array_elements(${JSON.stringify(rows.map((row) => row.params))}::jsonb)
    ) AS new (message_id, person_id, kind, params)`.execute(db)
}

/** A person's messages, newest first, after a mark. */
export async function selectMessages(
  db: Db,
  villageId: string,
  personId: string,
  page: { readonly before: { sentAt: Date; messageId: string } | null; readonly limit: number },
): Promise<MessageRow[]> {
  let query = tables(db)
    .selectFrom('message')
    .select(['message_id', 'kind', 'params', 'sent_at', 'read_at'])
    .where('village_id', '=', villageId)
    .where('person_id', '=', personId)
  const { before } = page
  if (before !== null)
    query = query.where(
      sql<boolean>`(sent_at, message_id) < (${before.sentAt}, ${before.messageId}::uuid)`,
    )
  const rows = await query
    .orderBy('sent_at', 'desc')
    .orderBy('message_id', 'desc')
    .limit(page.limit)
    .execute()
  return rows.map((row) => ({
    messageId: row.message_id,
    kind: row.kind,
    params: row.params,
    sentAt: row.sent_at,
    readAt: row.read_at,
  }))
}

/** Marks this message, or it and all before it, as read; false when the person has no such message. */
export async function markMessagesRead(
  db: Db,
  villageId: string,
  personId: string,
  read: { readonly messageId: string; readonly withEarlier: boolean; readonly readAt: Date },
): Promise<boolean> {
  const last = await tables(db)
    .selectFrom('message')
    .select('sent_at')
    .where('village_id', '=', villageId)
    .where('person_id', '=', personId)
    .where('message_id', '=', read.messageId)
    .executeTakeFirst()
  if (!last) return false
  await tables(db)
    .updateTable('message')
    .set({ read_at: read.readAt })
    .where('village_id', '=', villageId)
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .where(
      read.withEarlier
        ? sql<boolean>`(sent_at, message_id) <= (${last.sent_at}, ${read.messageId}::uuid)`
        : sql<boolean>`message_id = ${read.messageId}::uuid`,
    )
    .execute()
  return true
}

export async function deleteMessagesOf(db: Db, villageId: string, personId: string): Promise<void> {
  await tables(db)
    .deleteFrom('message')
    .where('village_id', '=', villageId)
    .where('person_id', '=', personId)
    .execute()
}

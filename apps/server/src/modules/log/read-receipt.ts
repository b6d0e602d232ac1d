import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/database/database.ts'
import { cutPage, decodeCursor } from '../../platform/http/cursor.ts'
import type { Keyring } from '../../platform/keyring.ts'
import type { PaperReceipt } from '../../platform/on-paper.ts'
import { z } from 'zod'
import { readAdoptionRecord, readTraceRecords } from '../produce/index.ts'
import { readLeaf, readOwnRecords, type OwnRecord } from '../record/index.ts'
import { readAwardRecord } from '../scoring/index.ts'
import { selectCurrentLog } from './log.store.ts'
import type { LogParts } from './parts.ts'
import { readPlace, readPlaces, type LogPlace } from './read-place.ts'
import { writeBareReceipt, writeReceipt } from './receipt.ts'
import { refuse } from './refusals.ts'

/** More parts of one person than any record has. */
const MOST_PARTS = 100

/** The receipt of one of my records. @throws Refusal 'unknown_record', 'no_log', 'not_in_log_yet' */
export async function readReceipt(
  { database, keyring }: LogParts,
  actor: Actor,
  recordId: string,
): Promise<string> {
  return database.inVillage(actor.villageId, async (db) =>
    writeReceipt(db, actor.villageId, await partsOf(db, keyring, actor, recordId), 'opened'),
  )
}

/** The parts of one record that are about this person; empty when it is none of theirs. */
function partsOf(
  db: Db,
  keyring: Keyring,
  { villageId, personId }: Actor,
  recordId: string,
): Promise<OwnRecord[]> {
  const page = { beforeRecordId: null, limit: MOST_PARTS, recordId }
  return readOwnRecords(db, keyring, villageId, personId, page)
}

/**
 * The receipt of one of my awards.
 * @throws Refusal scoring's 'unknown_award', 'award_not_yours'; 'unknown_record' for whom it is not
 *   about; 'no_log', 'not_in_log_yet'
 */
export async function readAwardReceipt(
  { database, keyring }: LogParts,
  actor: Actor,
  awardId: string,
): Promise<string> {
  return database.inVillage(actor.villageId, async (db) => {
    const { recordId } = await readAwardRecord(db, actor, awardId)
    if (recordId === null) throw refuse('not_in_log_yet')
    const parts = await partsOf(db, keyring, actor, recordId)
    return writeReceipt(db, actor.villageId, parts, 'opened')
  })
}

/**
 * The proof of a record that a pack's trace names, for anybody.
 * @throws Refusal produce's 'unknown_pack'; 'unknown_record' for what the trace does not name; 'no_log',
 *   'not_in_log_yet'
 */
export async function readPackReceipt(
  { database }: LogParts,
  {
    villageId,
    number,
    recordId,
  }: { readonly villageId: string; readonly number: string; readonly recordId: string },
): Promise<string> {
  return database.inVillage(villageId, async (db) => {
    const named = await readTraceRecords(db, villageId, number)
    const leaf = named.has(recordId) ? await readLeaf(db, villageId, recordId) : null
    if (leaf === null) throw refuse('unknown_record')
    return writeBareReceipt(db, villageId, { recordId, leaf: leaf.toString('utf8') })
  })
}

/**
 * The proof that a share of an adoption is somebody's, for who has its number.
 * @throws Refusal produce's 'unknown_adoption'; 'unknown_record', 'no_log', 'not_in_log_yet'
 */
export async function readAdoptionReceipt(
  { database }: LogParts,
  { villageId, number }: { readonly villageId: string; readonly number: string },
): Promise<string> {
  return database.inVillage(villageId, async (db) => {
    const recordId = await readAdoptionRecord(db, villageId, number)
    const leaf = await readLeaf(db, villageId, recordId)
    if (leaf === null) throw refuse('unknown_record')
    return writeBareReceipt(db, villageId, { recordId, leaf: leaf.toString('utf8') })
  })
}

/**
 * Where an award stands in the log. Its index is for its own household: it says under which
 * pseudonym they stand there.
 * @throws Refusal scoring's 'unknown_award', 'award_not_yours'; 'no_log'
 */
export async function readAwardPlace(
  { database, clock, witnesses }: LogParts,
  actor: Actor,
  awardId: string,
): Promise<LogPlace> {
  return database.inVillage(actor.villageId, async (db) => {
    const { villageId } = actor
    const { entersOn, isOwnHousehold, ...record } = await readAwardRecord(db, actor, awardId)
    const asked = { now: clock.now(), witnesses: witnesses() }
    const place = await readPlace(db, villageId, record, asked)
    return { ...place, entersOn, ...(isOwnHousehold ? {} : { index: null, recordId: null }) }
  })
}

/** A page of the records about me, newest first, and where each stands in the log. */
export async function readOwnPlaces(
  { database, clock, keyring }: LogParts,
  { villageId, personId }: Actor,
  page: { readonly cursor?: string | undefined; readonly limit: number },
) {
  const list = 'own-records'
  const mark = decodeCursor(list, page.cursor, z.tuple([z.uuid()]))
  return database.inVillage(villageId, async (db) => {
    const beforeRecordId = mark?.[0] ?? null
    const asked = { beforeRecordId, limit: page.limit + 1 }
    const rows = await readOwnRecords(db, keyring, villageId, personId, asked)
    const { shown, nextCursor } = cutPage(list, rows, page.limit, (last) => [last.recordId])
    const places = await readPlaces(db, villageId, shown, clock.now())
    return {
      items: [...new Map(shown.map((row) => [row.recordId, row])).values()].map((row) => ({
        recordId: row.recordId,
        kind: row.kind,
        recordedAt: row.recordedAt.toISOString(),
        ...(places.get(row.recordId) ?? { state: 'waiting' as const, index: null }),
      })),
      nextCursor,
    }
  })
}

/** What the largest QR code holds (version 40, level L, bytes). */
const MOST_QR_BYTES = 2953
/** Newest records looked through for those that are awards. */
const LOOKED_THROUGH = 200

/**
 * Receipts of this person's newest awards in the log, each as much of it as a QR code holds: with
 * salt and payload, or the leaf alone; those that do not fit even so are left out.
 */
export async function readPaperReceipts(
  { database, clock, keyring }: LogParts,
  { villageId, personId }: Actor,
  limit: number,
): Promise<PaperReceipt[]> {
  return database.inVillage(villageId, async (db) => {
    if ((await selectCurrentLog(db, villageId)) === null) return []
    const page = { beforeRecordId: null, limit: LOOKED_THROUGH }
    const rows = await readOwnRecords(db, keyring, villageId, personId, page)
    const awards = rows.filter(({ kind }) => kind.startsWith('award.'))
    const places = await readPlaces(db, villageId, awards, clock.now())
    const receipts: PaperReceipt[] = []
    for (const record of awards) {
      const place = places.get(record.recordId)
      if (receipts.length === limit) break
      if (place?.state !== 'in_log' || place.index === null) continue
      const text = await writeOnPaper(db, villageId, record)
      const { kind, recordedAt } = record
      if (text !== null) receipts.push({ kind, index: place.index, recordedAt, text })
    }
    return receipts
  })
}

async function writeOnPaper(db: Db, villageId: string, record: OwnRecord): Promise<string | null> {
  for (const content of ['opened', 'bare'] as const) {
    const text = await writeReceipt(db, villageId, [record], content)
    if (Buffer.byteLength(text) <= MOST_QR_BYTES) return text
  }
  return null
}

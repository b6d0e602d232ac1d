import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/database/database.ts'
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.ts'
import type { Keyring } from '../../platform/keyring.ts'
import { z } from 'zod'
import { readOwnRecords, type OwnRecord } from '../record/index.ts'
import { readAwardRecord } from '../scoring/index.ts'
import type { LogParts } from './parts.ts'
import { readPlace, readPlaces, type BookPlace } from './read-place.ts'
import { writeReceipt } from './receipt.ts'
import { refuse } from './refusals.ts'

/** More parts of one person than any record has. */
const MOST_PARTS = 100

/** The receipt of one of my records. @throws Refusal 'unknown_record', 'no_log', 'not_in_book_yet' */
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
 *   about; 'no_log', 'not_in_book_yet'
 */
export async function readAwardReceipt(
  { database, keyring }: LogParts,
  actor: Actor,
  awardId: string,
): Promise<string> {
  return database.inVillage(actor.villageId, async (db) => {
    const { recordId } = await readAwardRecord(db, actor, awardId)
    if (recordId === null) throw refuse('not_in_book_yet')
    const parts = await partsOf(db, keyring, actor, recordId)
    return writeReceipt(db, actor.villageId, parts, 'opened')
  })
}

/**
 * Where an award stands in the book. Its index is for its own household: it says under which
 * pseudonym they stand there.
 * @throws Refusal scoring's 'unknown_award', 'award_not_yours'; 'no_log'
 */
export async function readAwardPlace(
  { database, clock, witnesses }: LogParts,
  actor: Actor,
  awardId: string,
): Promise<BookPlace> {
  return database.inVillage(actor.villageId, async (db) => {
    const { villageId } = actor
    const { entersOn, isOwnHousehold, ...record } = await readAwardRecord(db, actor, awardId)
    const asked = { now: clock.now(), witnesses: witnesses() }
    const place = await readPlace(db, villageId, record, asked)
    return { ...place, entersOn, ...(isOwnHousehold ? {} : { index: null, recordId: null }) }
  })
}

/** A page of the records about me, newest first, and where each stands in the book. */
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
    const shown = rows.slice(0, page.limit)
    const places = await readPlaces(db, villageId, shown, clock.now())
    const last = rows.length > page.limit ? shown.at(-1) : undefined
    return {
      items: [...new Map(shown.map((row) => [row.recordId, row])).values()].map((row) => ({
        recordId: row.recordId,
        kind: row.kind,
        recordedAt: row.recordedAt.toISOString(),
        ...(places.get(row.recordId) ?? { state: 'waiting' as const, index: null }),
      })),
      nextCursor: last ? encodeCursor(list, [last.recordId]) : null,
    }
  })
}

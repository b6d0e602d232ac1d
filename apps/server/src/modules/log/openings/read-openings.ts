import { addCivilDays, civilDay, startOfCivilDay } from '@azalea/text'
import { z } from 'zod'
import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { decodeCursor, encodeCursor } from '../../../platform/http/cursor.ts'
import { noteAccess, readPeopleNames } from '../../community/index.ts'
import { openParts, type OpenedPart } from '../../record/index.ts'
import { selectHead } from '../head.store.ts'
import { selectCurrentLog } from '../log.store.ts'
import type { OpeningParts } from '../parts.ts'
import { refuse } from '../refusals.ts'
import type { openedPage, openingView } from '../schema.ts'
import { isRunning } from './decide-opening.ts'
import {
  insertLooks,
  selectEntriesOfKinds,
  selectOpening,
  selectOpenings,
  type Opening,
} from './opening.store.ts'

const MOST_OPENINGS = 100
/** Entries of the log that one page looks through. */
const ENTRIES_A_PAGE = 1024

/** The newest openings, as committee and supervisors see them all and an auditor the own ones. */
export async function readOpenings(
  { database, clock }: OpeningParts,
  { villageId, personId, roles }: Actor,
): Promise<{ items: z.input<typeof openingView>[] }> {
  const seesAll = roles.has('committee') || roles.has('supervisor')
  return database.inVillage(villageId, async (db) => {
    const asked = { auditorId: seesAll ? null : personId, limit: MOST_OPENINGS }
    const openings = await selectOpenings(db, villageId, asked)
    const people = openings.flatMap(({ auditorId, proposedBy, decidedBy }) => [
      auditorId,
      proposedBy,
      ...(decidedBy === null ? [] : [decidedBy]),
    ])
    const names = await readPeopleNames(db, villageId, [...new Set(people)])
    return { items: openings.map((opening) => present(opening, names, clock.now(), personId)) }
  })
}

function present(
  opening: Opening,
  names: ReadonlyMap<string, string | null>,
  now: Date,
  readerId: string,
): z.input<typeof openingView> {
  const { auditorId, proposedBy, decidedBy, proposedAt, decidedAt, endsAt, ...rest } = opening
  const isOver = opening.state === 'granted' && !isRunning(opening, now)
  return {
    ...rest,
    kinds: [...opening.kinds],
    state: isOver ? 'ended' : opening.state,
    auditorName: names.get(auditorId) ?? null,
    isMine: auditorId === readerId,
    proposedByName: names.get(proposedBy) ?? null,
    isProposedByMe: proposedBy === readerId,
    proposedAt: proposedAt.toISOString(),
    decidedByName: decidedBy === null ? null : (names.get(decidedBy) ?? null),
    decidedAt: decidedAt?.toISOString() ?? null,
    endsAt: endsAt?.toISOString() ?? null,
  }
}

/**
 * The next entries under an opening, with salt and payload of every part whose person has not been
 * erased. Each person whose part is opened can see it among those who looked at their data, once a
 * day. A page may be empty before the last one: it looks through a bounded stretch of the log.
 * @throws Refusal 'opening_not_running', 'no_log', 'nothing_published', 'invalid_cursor'
 */
export async function readOpened(
  { database, clock, keyring, newId }: OpeningParts,
  { villageId, personId }: Actor,
  openingId: string,
  cursor: string | undefined,
): Promise<z.input<typeof openedPage>> {
  const now = clock.now()
  return database.inVillage(villageId, async (db) => {
    const opening = await selectOpening(db, villageId, openingId)
    const isTheirs = opening?.auditorId === personId
    if (opening === null || !isTheirs || !isRunning(opening, now))
      throw refuse('opening_not_running')
    const { id, origin, size } = await publishedLog(db, villageId)
    // A mark of the log before a recovery began a new one would give the wrong entries.
    const list = `opening ${openingId} ${id.generation}`
    const first = decodeCursor(list, cursor, z.tuple([z.int().min(0)]))?.[0] ?? 0
    const end = Math.min(size, first + ENTRIES_A_PAGE)
    const entries = await selectEntriesOfKinds(db, id, { first, end }, scopeOf(opening))
    const recordIds = entries.map(({ recordId }) => recordId)
    const parts = await openParts(db, keyring, villageId, recordIds)
    const people = parts.map((part) => part.personId)
    const day = civilDay(now)
    const untold = await insertLooks(db, villageId, openingId, people, day)
    await noteAccess({ db, villageId, now, newId }, personId, untold, 'opening')
    const byRecord = new Map<string, OpenedPart[]>()
    for (const part of parts)
      byRecord.set(part.recordId, [...(byRecord.get(part.recordId) ?? []), part])
    return {
      origin,
      size,
      readThrough: end,
      items: entries.flatMap(({ entryIndex, recordId }) => {
        const opened = (byRecord.get(recordId) ?? []).map(({ part, salt, payload }) => {
          return { part, salt: salt.toString('base64'), payload }
        })
        return opened.length === 0 ? [] : [{ index: entryIndex, parts: opened }]
      }),
      nextCursor: end < size ? encodeCursor(list, [end]) : null,
    }
  })
}

/** @throws Refusal 'no_log', 'nothing_published' */
async function publishedLog(db: Db, villageId: string) {
  const log = await selectCurrentLog(db, villageId)
  if (log === null) throw refuse('no_log')
  const published = (await selectHead(db, log))?.published
  if (!published) throw refuse('nothing_published')
  const { generation, origin } = log
  return { id: { villageId, generation }, origin, size: published.size }
}

function scopeOf({ kinds, fromDay, throughDay }: Opening) {
  const before = startOfCivilDay(addCivilDays(throughDay, 1))
  return { kinds, from: startOfCivilDay(fromDay), before }
}

import { readPackNumber } from '@azalea/text'
import { z } from 'zod'
import type { Actor } from '../../../../platform/actor.ts'
import type { Db } from '../../../../platform/database/database.ts'
import { decodeCursor, encodeCursor } from '../../../../platform/http/cursor.ts'
import { readPublicUrl } from '../../../community/index.ts'
import { selectLots } from '../../lots/index.ts'
import { packRefusals, selectPack, selectPackingByNumber } from '../../packs/index.ts'
import type { TraceParts } from '../parts.ts'
import {
  EPCIS_CONTEXT,
  lotEvent,
  packingEvent,
  recallEvent,
  SCHEMA_VERSION,
  type EpcisEvent,
  type Place,
} from './epcis-event.ts'
import {
  selectHappened,
  selectHappenedToPack,
  selectPacked,
  selectRecalled,
  type Happened,
  type Mark,
  type Span,
} from './epcis.store.ts'

/** Read at once: what is held in memory while it is sent. */
const CHUNK = 100
const LIST = 'epcis events'

export interface AskedEvents extends Span {
  readonly perPage: number
  readonly nextPageToken: string | undefined
}

/**
 * What happened to lots and packs of the village, the earliest first, as the text of one
 * EPCISQueryDocument that is made while it is sent; with the mark of the next page, if there is one.
 * @throws Refusal 'no_village_address', 'invalid_cursor'
 */
export async function readEpcisEvents(
  parts: TraceParts,
  { villageId }: Actor,
  { perPage, nextPageToken, ...span }: AskedEvents,
): Promise<{ readonly next: string | null; readonly text: AsyncIterable<string> }> {
  const { database, clock } = parts
  const decoded = decodeCursor(LIST, nextPageToken, z.tuple([z.iso.datetime(), z.uuid()]))
  const after = decoded && { at: new Date(decoded[0]), id: decoded[1] }
  const { place, last } = await database.readInVillage(villageId, async (db) => {
    const [found, more] = await selectHappened(db, villageId, span, {
      after,
      skip: perPage - 1,
      limit: 2,
    })
    return {
      place: await placeOf(db, parts, villageId),
      last: found !== undefined && more !== undefined ? found : null,
    }
  })
  const next = last && encodeCursor(LIST, [last.at.toISOString(), last.id])
  return {
    next,
    text: queryDocument(clock.now(), eventsOf(parts, place, span, { after, perPage })),
  }
}

async function* eventsOf(
  { database }: TraceParts,
  place: Place,
  span: Span,
  { after, perPage }: { readonly after: Mark; readonly perPage: number },
): AsyncGenerator<EpcisEvent> {
  let mark = after
  for (let sent = 0; sent < perPage;) {
    const page = { after: mark, skip: 0, limit: Math.min(CHUNK, perPage - sent) }
    const found = await database.readInVillage(place.villageId, async (db) => {
      const happened = await selectHappened(db, place.villageId, span, page)
      return { happened, events: await presented(db, place, happened) }
    })
    yield* found.events
    mark = found.happened.at(-1) ?? mark
    sent += found.happened.length
    if (found.happened.length < page.limit) return
  }
}

async function presented(
  db: Db,
  place: Place,
  happened: readonly Happened[],
): Promise<readonly EpcisEvent[]> {
  const { villageId } = place
  const idsOf = (wanted: Happened['kind']) =>
    happened.filter(({ kind }) => kind === wanted).map(({ id }) => id)
  const [lots, packings, recalls] = await Promise.all([
    selectLots(db, villageId, idsOf('lot')),
    selectPacked(db, villageId, idsOf('packing')),
    selectRecalled(db, villageId, idsOf('hold')),
  ])
  const events = new Map<string, EpcisEvent>([
    ...lots.map((lot): [string, EpcisEvent] => [lot.lotId, lotEvent(place, lot)]),
    ...packings.map((one): [string, EpcisEvent] => [one.packingId, packingEvent(place, one)]),
    ...recalls.map((one): [string, EpcisEvent] => [one.holdId, recallEvent(place, one)]),
  ])
  return happened.flatMap(({ id }) => events.get(id) ?? [])
}

/** @throws Refusal 'no_village_address' */
async function placeOf(db: Db, { publicUrl }: TraceParts, villageId: string): Promise<Place> {
  const address = await readPublicUrl(db, villageId, publicUrl)
  if (address === null) throw packRefusals('no_village_address')
  return { address, villageId }
}

async function* queryDocument(now: Date, events: AsyncIterable<EpcisEvent>) {
  const head = {
    '@context': [EPCIS_CONTEXT],
    type: 'EPCISQueryDocument',
    schemaVersion: SCHEMA_VERSION,
    creationDate: now.toISOString(),
  }
  yield `${JSON.stringify(head).slice(0, -1)},"epcisBody":{"queryResults":{"queryName":"SimpleEventQuery","resultsBody":{"eventList":[`
  let isFirst = true
  for await (const event of events) {
    yield `${isFirst ? '' : ','}\n${JSON.stringify(event)}`
    isFirst = false
  }
  yield ']}}}}\n'
}

/**
 * What a pack went through, for anybody, as an EPCISDocument: no more than its trace page tells.
 * @throws Refusal 'unknown_pack', 'no_village_address'
 */
export async function readPackEvents(parts: TraceParts, villageId: string, number: string) {
  return parts.database.readInVillage(villageId, async (db) => {
    const typed = readPackNumber(number)
    const packing = typed && (await selectPackingByNumber(db, villageId, typed.packingNumber))
    const pack = packing && (await selectPack(db, villageId, packing.packingId, typed.serial))
    if (packing === null || pack === null) throw packRefusals('unknown_pack')
    const place = await placeOf(db, parts, villageId)
    const ids = { packingId: packing.packingId, packId: pack.packId }
    const happened = await selectHappenedToPack(db, villageId, ids)
    return {
      '@context': [EPCIS_CONTEXT],
      type: 'EPCISDocument' as const,
      schemaVersion: SCHEMA_VERSION,
      creationDate: parts.clock.now().toISOString(),
      epcisBody: { eventList: await presented(db, place, happened) },
    }
  })
}

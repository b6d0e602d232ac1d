import type { z } from 'zod'
import { ageMilliseconds } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { cosignaturesOn } from './cosignatures-on.ts'
import { selectIndices } from './entry.store.ts'
import { selectFirstPublication, selectHead } from './head.store.ts'
import { logPath } from './log-signer.ts'
import { selectCurrentLog } from './log.store.ts'
import type { WitnessPolicy } from './policy.ts'
import { MERGE_DELAY_SECONDS } from './read-status.ts'
import { refuse } from './refusals.ts'
import type { logPlace } from './schema.ts'

export type LogPlace = z.input<typeof logPlace>
export type LogState = LogPlace['state']

/** A record and when it was appended. */
export interface Appended {
  readonly recordId: string
  readonly recordedAt: Date
}

export interface PlaceOfRecord {
  readonly state: LogState
  readonly index: number | null
}

/** Where each record stands in the published log. @throws Refusal 'no_log' */
export async function readPlaces(
  db: Db,
  villageId: string,
  records: readonly Appended[],
  now: Date,
): Promise<Map<string, PlaceOfRecord>> {
  const log = await selectCurrentLog(db, villageId)
  if (log === null) throw refuse('no_log')
  const publishedSize = (await selectHead(db, log))?.published?.size ?? 0
  const ids = records.map(({ recordId }) => recordId)
  const indices = await selectIndices(db, log, ids)
  return new Map(
    records.map(({ recordId, recordedAt }): [string, PlaceOfRecord] => {
      const index = indices.get(recordId) ?? null
      if (index !== null && index < publishedSize) return [recordId, { state: 'in_log', index }]
      const ageSeconds = ageMilliseconds(recordedAt, now) / 1000
      return [recordId, { state: ageSeconds > MERGE_DELAY_SECONDS ? 'late' : 'waiting', index }]
    }),
  )
}

/** One record's place with what a reader wants to know of it; without a record it waits. @throws Refusal 'no_log' */
export async function readPlace(
  db: Db,
  villageId: string,
  { recordId, recordedAt }: { recordId: string | null; recordedAt: Date },
  { now, witnesses }: { now: Date; witnesses: WitnessPolicy },
): Promise<LogPlace> {
  const log = await selectCurrentLog(db, villageId)
  if (log === null) throw refuse('no_log')
  const known = recordId === null ? [] : [{ recordId, recordedAt }]
  const [place] = (await readPlaces(db, villageId, known, now)).values()
  const { state, index } = place ?? { state: 'waiting', index: null }
  const isIn = state === 'in_log' && index !== null
  const first = isIn ? await selectFirstPublication(db, log, index) : null
  const current = isIn ? (await selectHead(db, log))?.published : null
  const sightsOn = (note: string | undefined) =>
    note === undefined ? [] : [...cosignaturesOn(witnesses.witnesses, note)]
  // Whoever cosigned either has seen it: of both, the first sight counts.
  const seen = new Map([...sightsOn(current?.note), ...sightsOn(first?.note)])
  return {
    recordId,
    state,
    index,
    since: first?.at.toISOString() ?? null,
    recordedAt: recordedAt.toISOString(),
    entersOn: null,
    witnesses: [...seen].map(([name, seenAt]) => ({ name, seenAt: seenAt.toISOString() })),
    log: logPath(log),
  }
}

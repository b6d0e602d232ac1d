import { formatVerifierKey } from '@azalea/tlog'
import { ageMilliseconds } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import type { z } from 'zod'
import { selectAbsences } from './absence.store.ts'
import { selectHead, type Alarm } from './head.store.ts'
import { logPath } from './log-signer.ts'
import { selectCurrentLog } from './log.store.ts'
import { logKeyOf, type WitnessPolicy } from './policy.ts'
import { refuse } from './refusals.ts'
import type { logStatus } from './schema.ts'
import { cosignaturesOn } from './cosignatures-on.ts'

/** Older than this and still not in the log, something is wrong. */
export const MERGE_DELAY_SECONDS = 600
const MERGE_DELAY_MILLISECONDS = MERGE_DELAY_SECONDS * 1000

export type LogStatus = z.input<typeof logStatus>

/**
 * How the village's log is doing, as anyone may know it: what is published, who saw it, who did not.
 * @throws Refusal 'no_log'
 */
export async function readStatus(
  db: Db,
  villageId: string,
  { witnesses, quorum, groups }: WitnessPolicy,
  now: Date,
): Promise<LogStatus> {
  const log = await selectCurrentLog(db, villageId)
  const row = log && (await selectHead(db, log))
  if (log === null || row === null) throw refuse('no_log')
  const { published, alarm } = row
  const seen =
    published === null ? new Map<string, Date>() : cosignaturesOn(witnesses, published.note)
  const absent = await selectAbsences(db, log)
  return {
    origin: log.origin,
    path: logPath(log),
    vkey: formatVerifierKey(logKeyOf(log)),
    published: published && { size: published.size, at: published.at.toISOString() },
    witnesses: witnesses.map(({ name, url }) => ({
      name,
      url: url ?? null,
      seenAt: seen.get(name)?.toISOString() ?? null,
      absentSince: absent.get(name)?.toISOString() ?? null,
    })),
    witnessesNeeded:
      quorum === 'none' ? 0 : (groups.find(({ name }) => name === quorum)?.threshold ?? 1),
    mergeDelaySeconds: MERGE_DELAY_SECONDS,
    alarm: alarmOf(alarm, published?.at ?? log.begunAt, now),
  }
}

/**
 * What the sequencer has raised, or what anyone can see without it: nothing was published for longer
 * than it may take, so nobody takes the log further, whoever holds its lease.
 */
function alarmOf(raised: Alarm | null, publishedAt: Date, now: Date): LogStatus['alarm'] {
  if (raised !== null) return { kind: raised.kind, since: raised.since.toISOString() }
  const ahead = publishedAt.getTime() - now.getTime()
  const isRecent = ageMilliseconds(publishedAt, now) <= MERGE_DELAY_MILLISECONDS
  // Dated far into the future it tells of a wrong clock, and hides whether anybody publishes.
  if (isRecent && ahead <= MERGE_DELAY_MILLISECONDS) return null
  return { kind: 'stale', since: publishedAt.toISOString() }
}

/** What went wrong, in the words of whoever noticed it, for those who run the server. */
export async function readAlarmDetail(db: Db, villageId: string): Promise<string | null> {
  const log = await selectCurrentLog(db, villageId)
  return (log && (await selectHead(db, log)))?.alarm?.detail ?? null
}

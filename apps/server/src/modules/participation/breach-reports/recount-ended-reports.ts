import { systemActor } from '../../../platform/actor.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { NewId } from '../../../platform/identity.ts'
import { inEveryVillage, type Job } from '../../../platform/jobs.ts'
import { selectVillageIds } from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
import { recountReports } from '../../scoring/index.ts'
import { lockShift, selectAttendances } from '../activities/index.ts'
import type { Commands } from '../ground/commands.ts'
import { countUpheldReports, selectShiftsAt, selectToRecount } from './breach-report-list.store.ts'
import type { BreachReport } from './breach-report.ts'
import { lockBreachReport, markRecounted } from './breach-report.store.ts'
import { isAboutPost } from './decide-report.ts'

export type RecountParts = Commands & { readonly database: Database; readonly newId: NewId }

/** Brings the awards of shifts in line with reports of their posts that have ended, in every village. */
export function recountReportsJob(parts: RecountParts): Job {
  return {
    name: 'recount-ended-reports',
    everyMinutes: 10,
    run: async () => {
      const villageIds = await parts.database.outsideVillages(selectVillageIds)
      await inEveryVillage(villageIds, (villageId) => recountEndedReports(parts, villageId))
    },
  }
}

/**
 * For each report of a post that has ended: where its shift was scored while the report stood
 * otherwise, the awards are reversed and made anew. One that somebody objects to waits for the answer
 * and is looked at again. Running it twice changes nothing more.
 * @returns how many reports needed nothing more after it
 */
export async function recountEndedReports(parts: RecountParts, villageId: string): Promise<number> {
  const { act, database, newId } = parts
  const ended = await database.inVillage(villageId, (db) => selectToRecount(db, villageId))
  const actor = systemActor(villageId)
  let done = 0
  for (const reportId of ended) {
    const command = { name: 'recount-ended-report', actor, key: newId(), input: { reportId } }
    done += await act(command, async (tx) => {
      const report = await lockBreachReport(tx.db, villageId, reportId)
      if (report === null) return 0
      const isToCount = mayHaveChanged(report) && (await isAboutPost(tx, report))
      const waiting = isToCount ? await recount(tx, parts, report) : 0
      if (waiting === 0) await markRecounted(tx.db, villageId, reportId, tx.now)
      return waiting === 0 ? 1 : 0
    })
  }
  return done
}

/** What was dismissed from the first counted nowhere. */
function mayHaveChanged({ outcome, appeal }: BreachReport): boolean {
  return outcome === 'upheld' || appeal?.answer?.outcome === 'changed'
}

async function recount(
  tx: Tx,
  { scoring }: Commands,
  { reportId, subjectId, occurredAt }: BreachReport,
): Promise<number> {
  const { db, villageId } = tx
  if (subjectId === null) return 0
  let waiting = 0
  for (const shiftId of await selectShiftsAt(db, villageId, subjectId, occurredAt)) {
    // Held, so that its activity is closed by now or will count the report as it has ended.
    const held = await lockShift(db, villageId, shiftId, 'activity')
    if (held?.activity.state !== 'closed') continue
    const { startsAt: from, endsAt: to } = held.shift
    const span = { postSubjectId: subjectId, from, to }
    const upheldReports = await countUpheldReports(db, villageId, span)
    const attendances = await selectAttendances(db, villageId, [shiftId])
    const ids = attendances.map(({ attendanceId }) => attendanceId)
    const sources = { kind: 'attendance' as const, ids }
    waiting += await recountReports(tx, scoring, { reportId, sources, upheldReports })
  }
  return waiting
}

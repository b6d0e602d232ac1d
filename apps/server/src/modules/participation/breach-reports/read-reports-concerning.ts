import type { Db } from '../../../platform/database/database.ts'
import { readPeople } from '../../community/index.ts'
import { selectReportsAbout, selectReportsBy } from './breach-report-list.store.ts'
import type { BreachReport } from './breach-report.ts'

/**
 * The reports that a person made, and those about their household without who made them: for the
 * person's own data, as plain JSON.
 */
export async function readReportsConcerning(db: Db, villageId: string, personId: string) {
  const every = { before: null, limit: null }
  const made = await selectReportsBy(db, villageId, personId, every)
  const householdId = (await readPeople(db, villageId, [personId])).get(personId)?.householdId
  const about =
    householdId === undefined ? [] : await selectReportsAbout(db, villageId, householdId, every)
  return [
    ...made.map((report) => ({ madeByMe: true, enteredBy: report.enteredBy, ...said(report) })),
    ...about.map((report) => ({
      madeByMe: false,
      ...said(report),
      replies: report.parties
        .filter((party) => party.householdId === householdId)
        .flatMap(({ reply }) => (reply === null ? [] : [reply.words])),
      awardId: report.awardId,
    })),
  ]
}

function said(report: BreachReport) {
  const { reportId, occurredAt, place, words, photoFileIds, reportedAt, state, outcome, appeal } =
    report
  return {
    reportId,
    occurredAt: occurredAt.toISOString(),
    place,
    words,
    photoFileIds: [...photoFileIds],
    reportedAt: reportedAt.toISOString(),
    state,
    outcome,
    reasons: report.decision?.reasons ?? null,
    appealReasons: appeal?.answer?.reasons ?? null,
  }
}

import { civilDay } from '@azalea/text'
import { z } from 'zod'
import { hasAnyRole, type Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { cutListed, pageOrder, type Asked } from '../../../platform/database/list-order.ts'
import { cutPage, decodeCursor } from '../../../platform/http/cursor.ts'
import type { Language } from '../../../platform/http/language.ts'
import { caseReaders, readJudges } from '../../cases/index.ts'
import {
  noteAccess,
  readHouseholds,
  readPeople,
  readPeopleNames,
  readSubjects,
} from '../../community/index.ts'
import { readSheetInForce } from '../../scoring/index.ts'
import type { Readers } from '../ground/readers.ts'
import type { BreachReportState } from '../ground/tables.ts'
import { involvedIn, sideOf } from './breach-policy.ts'
import {
  reportOrders,
  selectReporterPatterns,
  selectReportsAbout,
  selectReportsInStates,
  selectReportsToldBy,
} from './breach-report-list.store.ts'
import type { BreachReport } from './breach-report.ts'
import { selectBreachReport } from './breach-report.store.ts'
import { presentReport } from './present-report.ts'
import { refuse } from './refusals.ts'
import type { BreachReportView } from './schema.ts'

interface Page {
  readonly cursor?: string | undefined
  readonly limit: number
}

interface Found {
  readonly items: BreachReportView[]
  readonly nextCursor: string | null
}

const timeMark = z.tuple([z.iso.datetime(), z.uuid()])
const MOST_REPORTERS = 200

/** The village's reports in a state. */
export async function readReports(
  readers: Readers,
  actor: Actor,
  {
    state,
    ...page
  }: Asked<'dueOn' | 'reportedAt' | 'occurredAt'> & { readonly state: BreachReportState },
  language: Language,
): Promise<Found & { readonly total: number | null }> {
  const { villageId } = actor
  const list = `breach-reports ${state}`
  const order = pageOrder(list, reportOrders, page)
  return readers.database.inVillage(villageId, async (db) => {
    const states: BreachReportState[] =
      state === 'settled' ? ['settled', 'withdrawn', 'closed'] : [state]
    const found = await selectReportsInStates(db, villageId, states, order)
    const { shown, ...rest } = cutListed(list, page, found)
    return { items: await present(readers, db, actor, shown, language), ...rest }
  })
}

/** What I have reported or entered, or what was reported about my household, newest first. */
export async function readOwnReports(
  readers: Readers,
  actor: Actor,
  page: Page & { readonly side: 'reporter' | 'reported' },
  language: Language,
): Promise<Found> {
  const { villageId, personId, householdId } = actor
  const list = `own-breach-reports ${page.side}`
  const mark = decodeCursor(list, page.cursor, timeMark)
  return readers.database.inVillage(villageId, async (db) => {
    const asked = {
      before: mark && { reportedAt: new Date(mark[0]), reportId: mark[1] },
      limit: page.limit + 1,
    }
    const rows =
      page.side === 'reporter'
        ? await selectReportsToldBy(db, villageId, personId, asked)
        : await selectReportsAbout(db, villageId, householdId ?? personId, asked)
    const { shown, nextCursor } = cutPage(list, rows, page.limit, (last) => [
      last.reportedAt.toISOString(),
      last.reportId,
    ])
    return {
      items: await present(readers, db, actor, shown, language),
      nextCursor,
    }
  })
}

/**
 * One report, for both sides, the committee, the supervisors and the town, each as they may read it.
 * @throws Refusal 'unknown_breach_report', also for whom it does not concern
 */
export async function readReport(
  readers: Readers,
  actor: Actor,
  reportId: string,
  language: Language,
): Promise<BreachReportView> {
  return readers.database.inVillage(actor.villageId, async (db) => {
    const report = await selectBreachReport(db, actor.villageId, reportId)
    if (report === null) throw refuse('unknown_breach_report')
    const [view] = await present(readers, db, actor, [report], language)
    if (view === undefined) throw refuse('unknown_breach_report')
    return view
  })
}

/** Those of the reports that the reader may read, as they may; a look from the office is noted. */
async function present(
  readers: Readers,
  db: Db,
  actor: Actor,
  reports: readonly BreachReport[],
  language: Language,
): Promise<BreachReportView[]> {
  const { villageId } = actor
  const now = readers.clock.now()
  const involved = [actor.personId, ...reports.flatMap(involvedIn)]
  const judges = await readJudges(db, villageId, involved)
  const parties = reports.flatMap((one) => one.parties)
  const people = await readPeople(db, villageId, [...new Set(reports.flatMap(peopleOf))])
  const households = await readHouseholds(db, villageId, [
    ...new Set(parties.map(({ householdId }) => householdId)),
  ])
  const subjects = await readSubjects(db, villageId, [
    ...new Set(reports.flatMap(({ subjectId }) => subjectId ?? [])),
  ])
  const views: BreachReportView[] = []
  const seen: string[] = []
  for (const report of reports) {
    const side = sideOf(actor, report)
    if (side === null) continue
    const day = civilDay(report.occurredAt)
    const sheet = await readSheetInForce(db, readers.scoring, villageId, day)
    const context = { judges, people, households, subjects, sheet, now, language }
    views.push(presentReport(actor, side, report, context))
    // An officer who reported looks like any other, or what is missing would tell who did.
    if (side === 'office' || (side === 'reporter' && hasAnyRole(actor, caseReaders)))
      seen.push(report.reporterId, ...report.parties.map(({ personId }) => personId))
  }
  if (seen.length > 0) {
    const at = { db, villageId, now, newId: readers.newId }
    await noteAccess(at, actor.personId, seen, 'breach_reports')
  }
  return views
}

function peopleOf({ reporterId, enteredBy, parties, decision, appeal }: BreachReport): string[] {
  return [
    reporterId,
    ...parties.map(({ personId }) => personId),
    ...[enteredBy, decision?.by, appeal?.answer?.by].flatMap((personId) => personId ?? []),
  ]
}

/**
 * How the reports of each reporter ended, for the supervisors: a false report is not punished, but a
 * pattern can be seen. What was reported about the reader's own household is left out.
 */
export async function readReporters(
  { database, clock, newId }: Readers,
  actor: Actor,
  language: Language,
) {
  const { villageId, householdId } = actor
  return database.inVillage(villageId, async (db) => {
    const patterns = await selectReporterPatterns(db, villageId, {
      withoutHouseholdId: householdId,
      limit: MOST_REPORTERS,
    })
    const ids = patterns.map(({ reporterId }) => reporterId)
    const names = await readPeopleNames(db, villageId, ids)
    const at = { db, villageId, now: clock.now(), newId }
    await noteAccess(at, actor.personId, ids, 'breach_reports')
    return {
      reporters: patterns.map(({ reporterId: personId, ...counts }) => ({
        personId,
        name: names.get(personId) ?? (language === 'zh' ? '已删除' : 'erased'),
        ...counts,
      })),
    }
  })
}

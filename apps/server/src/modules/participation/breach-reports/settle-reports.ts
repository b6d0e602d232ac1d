import { civilDay } from '@azalea/text'
import { systemActor } from '../../../platform/actor.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database, Db } from '../../../platform/database/database.ts'
import type { NewId } from '../../../platform/identity.ts'
import { inEveryVillage, type Job } from '../../../platform/jobs.ts'
import { readHouseholds, selectVillageIds } from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
import { scoreDeduction } from '../../scoring/index.ts'
import type { Commands } from '../ground/commands.ts'
import { standingOutcome } from './breach-policy.ts'
import { settledRecord } from './breach-records.ts'
import { selectUnappealed } from './breach-report-list.store.ts'
import type { BreachReport } from './breach-report.ts'
import { lockBreachReport, markSettled, selectBreachReport } from './breach-report.store.ts'
import { notifyBothSides } from './decide-report.ts'

export type SettleParts = Commands & {
  readonly database: Database
  readonly clock: Clock
  readonly newId: NewId
}

/** Ends what nobody appealed, in every village. */
export function settleReportsJob(parts: SettleParts): Job {
  return {
    name: 'settle-breach-reports',
    everyMinutes: 30,
    run: async () => {
      const villageIds = await parts.database.outsideVillages(selectVillageIds)
      await inEveryVillage(villageIds, (villageId) => settleReports(parts, villageId))
    },
  }
}

/**
 * Ends each decided report whose time for an appeal is over, each a command of its own: what was
 * upheld is deducted now, never before. Running it twice changes nothing more.
 * @returns how many were settled
 */
export async function settleReports(parts: SettleParts, villageId: string): Promise<number> {
  const { act, database, clock, newId } = parts
  const today = civilDay(clock.now())
  const due = await database.inVillage(villageId, (db) => selectUnappealed(db, villageId, today))
  const actor = systemActor(villageId)
  for (const reportId of due)
    await act({ name: 'settle-report', actor, key: newId(), input: { reportId } }, async (tx) => {
      const report = await lockBreachReport(tx.db, villageId, reportId)
      if (report?.state === 'decided') await settle(tx, parts, report)
      return {}
    })
  return due.length
}

/**
 * Ends a report as it stands now.
 * @returns the deduction, if one follows: not for a post, and not from a household that has left
 */
export async function settle(
  tx: Tx,
  { secrets, scoring }: Pick<Commands, 'secrets' | 'scoring'>,
  report: BreachReport,
): Promise<string | null> {
  const awardId = await deduct(tx, scoring, report)
  await markSettled(tx.db, tx.villageId, report.reportId, { at: tx.now, awardId })
  tx.append(await settledRecord(tx, secrets, report, awardId))
  const params = { reportId: report.reportId, outcome: standingOutcome(report) }
  await notifyBothSides(tx, report, 'breach_report.settled', params)
  return awardId
}

async function deduct(
  tx: Tx,
  scoring: Commands['scoring'],
  report: BreachReport,
): Promise<string | null> {
  const { outcome, itemRef, quantity, reportId, occurredAt } = report
  const [party] = report.parties
  if (outcome !== 'upheld' || itemRef === null || party === undefined) return null
  const { personId, householdId } = party
  const households = await readHouseholds(tx.db, tx.villageId, [householdId])
  if (!households.get(householdId)?.joined) return null
  const finding =
    report.appeal?.answer?.outcome === 'changed' ? report.appeal.answer : report.decision
  if (finding === null) throw new Error(`report ${reportId} was upheld by nobody`)
  const award = await scoreDeduction(tx, scoring, {
    reportId,
    personId,
    householdId,
    itemRef,
    quantity: quantity ?? 1,
    occurredOn: civilDay(occurredAt),
    finderId: finding.by,
    reasons: finding.reasons ?? '',
  })
  return award.awardId
}

/** The deduction that a report led to; null while there is none. */
export async function readDeductionOf(
  db: Db,
  villageId: string,
  reportId: string,
): Promise<string | null> {
  return (await selectBreachReport(db, villageId, reportId))?.awardId ?? null
}

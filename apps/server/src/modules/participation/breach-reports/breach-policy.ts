import { hasAnyRole, type Actor } from '../../../platform/actor.ts'
import type { Refusal } from '../../../platform/refusal.ts'
import { workingDaysAfter } from '../../../platform/working-days.ts'
import {
  barKin,
  barPersons,
  caseReaders,
  inSilence,
  isPast,
  JUDGED_WITHIN_WORKING_DAYS,
  lastDayWithin,
  whyNotJudging,
  whyNotPassingOn as whyNotDeclaringBias,
  type Bar,
  type Bench,
  type Judges,
} from '../../cases/index.ts'
import type { BreachOutcome } from '../ground/tables.ts'
import type { BreachReport, Party } from './breach-report.ts'
import { refuse } from './refusals.ts'

/** The reported reply within so many working days. */
export const REPLY_WITHIN_WORKING_DAYS = 5
/** How long a decision can be appealed, in civil days after its day; nothing is deducted before. */
export const APPEAL_DAYS = 7
/** The supervisors decide an appeal within so many working days. */
export const APPEAL_DECIDED_WITHIN_WORKING_DAYS = 10
/** The committee finds the doer of a report that names none, or closes it, within so many working days. */
export const FOUND_WITHIN_WORKING_DAYS = 10
/** What lies further back cannot be established any more. */
export const OLDEST_BREACH_DAYS = 30

/** The last days for the reply and for the decision, counted from when the reported are told. */
export function deadlinesFrom(now: Date): { replyDueOn: string; decisionDueOn: string } {
  const replyDueOn = lastDayWithin(now, REPLY_WITHIN_WORKING_DAYS).day
  return {
    replyDueOn,
    decisionDueOn: workingDaysAfter(replyDueOn, JUDGED_WITHIN_WORKING_DAYS).day,
  }
}

type Code = keyof typeof refuse.table

/** Who decides a report, and finds the doer of one that names nobody. */
const deciders: Bench<Code> = {
  role: 'committee',
  instead: ['town_officer'],
  others: 'committee_decides_reports',
}
/** Who decides an appeal. */
const appealDeciders: Bench<Code> = {
  role: 'supervisor',
  instead: ['town_officer'],
  others: 'supervisors_decide_appeals',
}

type Member = Pick<Actor, 'personId' | 'householdId'>

/** The reported household that a person belongs to; null: the report is not about them. */
export function partyOf(report: BreachReport, { personId, householdId }: Member): Party | null {
  return (
    report.parties.find((one) => one.personId === personId || one.householdId === householdId) ??
    null
  )
}

/** The reporter, or the cadre who entered it and takes their words on. */
export function isReportedBy(
  { reporterId, enteredBy }: BreachReport,
  { personId }: Pick<Member, 'personId'>,
): boolean {
  return personId === reporterId || personId === enteredBy
}

/** Why this person cannot reply; null when they can. */
export function whyNotReplying(actor: Actor, report: BreachReport): Refusal | null {
  const party = partyOf(report, actor)
  if (party === null) return refuse('not_reported')
  if (party.reply !== null) return refuse('replied_already')
  return whyNotOpen(report)
}

/** Why nothing more is heard about a report before its decision; null while it is. */
function whyNotOpen({ state }: BreachReport): Refusal | null {
  if (state === 'open') return null
  if (state === 'unassigned') return refuse('doer_unknown')
  return refuse(state === 'withdrawn' || state === 'closed' ? 'report_ended' : 'report_decided')
}

/**
 * Why this person cannot decide the report now; null when they can. It waits for the reply, or for
 * the end of its time; who reported, or is kin of either side, does not judge.
 */
export function whyNotDeciding(
  actor: Actor,
  report: BreachReport,
  judges: Judges,
  now: Date,
): Refusal | null {
  const notOpen = whyNotOpen(report)
  if (notOpen !== null) return notOpen
  const why = whyNotJudging(actor, deciders, barsOf(report), judges)
  if (why !== null) return refuse(why)
  const { parties, replyDueOn } = report
  if (replyDueOn === null) return refuse('doer_unknown')
  const awaited = parties.some(({ reply }) => reply === null)
  return awaited && !isPast(replyDueOn, now) ? refuse('reply_awaited', { day: replyDueOn }) : null
}

/**
 * Why this person cannot say who it was, or close the report without; null when they can: the
 * committee, without who reported it or is kin of theirs.
 */
export function whyNotFinding(actor: Actor, report: BreachReport, judges: Judges): Refusal | null {
  if (report.state === 'open') return refuse('doer_known')
  const notOpen = whyNotOpen(report)
  if (report.state !== 'unassigned' && notOpen !== null) return notOpen
  const why = whyNotJudging(actor, deciders, barsOf(report), judges)
  return why && refuse(why)
}

/** Why this person cannot take the report back; null when they can: who told it, before the decision. */
export function whyNotWithdrawing(actor: Actor, report: BreachReport): Refusal | null {
  // Of a household that is reported too nobody may learn here that they were right.
  if (partyOf(report, actor) !== null || !isReportedBy(report, actor))
    return refuse('withdrawal_not_yours')
  return report.state === 'unassigned' ? null : whyNotOpen(report)
}

/** Why this person cannot appeal; null when they can: the side that the decision went against. */
export function whyNotAppealing(actor: Actor, report: BreachReport, now: Date): Refusal | null {
  if (report.state !== 'decided' || report.appealEndsOn === null) return refuse('not_appealable')
  const isLoser =
    report.outcome === 'upheld' ? partyOf(report, actor) !== null : isReportedBy(report, actor)
  if (!isLoser) return refuse('appeal_not_yours')
  if (isPast(report.appealEndsOn, now))
    return refuse('appeal_too_late', { day: report.appealEndsOn })
  return null
}

/** Why this person cannot decide the appeal; null when they can. */
export function whyNotDecidingAppeal(
  actor: Actor,
  report: BreachReport,
  judges: Judges,
): Refusal | null {
  if (report.state !== 'appealed') return refuse('not_appealed')
  const why = whyNotJudging(actor, appealDeciders, barsFromAppeal(report), judges)
  return why && refuse(why)
}

/** Who has a part in a report. To kin of both sides nothing may tell who reported. */
function barsOf(report: BreachReport): Bar<Code>[] {
  const { parties, reporterId, reporterHouseholdId, enteredBy, attached, passedOnBy } = report
  const reporter = { personId: reporterId, householdId: reporterHouseholdId }
  return [
    barKin('decider_kin', parties),
    inSilence(barKin('own_report', [reporter])),
    inSilence(barPersons('entered_report', [enteredBy])),
    barPersons('attached_report', [attached?.by]),
    barPersons('passed_on', passedOnBy),
  ]
}

function barsFromAppeal(report: BreachReport): Bar<Code>[] {
  return [barPersons('decided_before', [report.decision?.by]), ...barsOf(report)]
}

/** All with a part in a report, whose kin do not judge it. */
export function involvedIn({ reporterId, parties }: BreachReport): string[] {
  return [reporterId, ...parties.map(({ personId }) => personId)]
}

export type Side = 'reporter' | 'reported' | 'office'

/** As whom a person reads the report; null: not at all. The reported never read as anybody else. */
export function sideOf(actor: Actor, report: BreachReport): Side | null {
  if (partyOf(report, actor) !== null) return 'reported'
  if (report.reporterId === actor.personId) return 'reporter'
  if (hasAnyRole(actor, caseReaders)) return 'office'
  return report.enteredBy === actor.personId ? 'reporter' : null
}

/** Why this person cannot declare themselves biased; null when they can: who judges it as it stands. */
export function whyNotPassingOn(
  actor: Actor,
  report: BreachReport,
  judges: Judges,
): Refusal | null {
  const isAppealed = report.state === 'appealed'
  const notOpen = whyNotOpen(report)
  if (!isAppealed && notOpen !== null) return notOpen
  const why = isAppealed
    ? whyNotDeclaringBias(actor, appealDeciders, barsFromAppeal(report), judges)
    : whyNotDeclaringBias(actor, deciders, barsOf(report), judges)
  return why && refuse(why)
}

/** How a decided report stands. @throws Error for one that is not decided */
export function standingOutcome({ reportId, outcome }: BreachReport): BreachOutcome {
  if (outcome === null) throw new Error(`report ${reportId} is not decided`)
  return outcome
}

/** What was decided before an appeal changed it. */
export function firstOutcomeOf({ outcome, appeal }: BreachReport): BreachOutcome | null {
  if (appeal?.answer?.outcome !== 'changed') return outcome
  return outcome === 'upheld' ? 'dismissed' : 'upheld'
}

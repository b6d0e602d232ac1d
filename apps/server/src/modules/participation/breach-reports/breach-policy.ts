import { hasAnyRole, type Actor, type Role } from '../../../platform/actor.ts'
import { civilDay } from '../../../platform/calendar.ts'
import type { Refusal } from '../../../platform/refusal.ts'
import { workingDaysAfter } from '../../../platform/working-days.ts'
import type { BreachOutcome } from '../tables.ts'
import type { BreachReport, Party } from './breach-report.ts'
import { refuse } from './refusals.ts'

/** The reported reply within so many working days. */
export const REPLY_WITHIN_WORKING_DAYS = 5
/** The committee decides within so many working days after the time for the reply. */
export const DECIDED_WITHIN_WORKING_DAYS = 7
/** How long a decision can be appealed, in civil days after its day. */
export const APPEAL_DAYS = 7
/** The supervisors decide an appeal within so many working days. */
export const APPEAL_DECIDED_WITHIN_WORKING_DAYS = 10
/** The committee finds the doer of a report that names none, or closes it, within so many working days. */
export const FOUND_WITHIN_WORKING_DAYS = 10
/** What lies further back cannot be established any more. */
export const OLDEST_BREACH_DAYS = 30

/** The last days for the reply and for the decision, counted from when the reported are told. */
export function deadlinesFrom(now: Date): { replyDueOn: string; decisionDueOn: string } {
  const replyDueOn = workingDaysAfter(civilDay(now), REPLY_WITHIN_WORKING_DAYS).day
  return {
    replyDueOn,
    decisionDueOn: workingDaysAfter(replyDueOn, DECIDED_WITHIN_WORKING_DAYS).day,
  }
}

/** Who reads the reports of the village, with the names. */
export const reportReaders: readonly Role[] = ['committee', 'supervisor', 'town_officer']
/** Who decides a report, and who does where the whole committee is barred. */
export const deciders = { role: 'committee', instead: 'town_officer' } as const
/** Who decides an appeal, and who does where all supervisors are barred. */
export const appealDeciders = { role: 'supervisor', instead: 'town_officer' } as const

/** Somebody who may judge. */
type Member = Pick<Actor, 'personId' | 'householdId'>

/** Who holds the roles that judge, for the question whose turn it is. */
export interface Judges {
  readonly committee: readonly Member[]
  readonly supervisors: readonly Member[]
  readonly town: readonly Member[]
}

/**
 * The reporter's household and the cadre who entered it do not judge: of fewer households than this
 * nobody might be left, and the town's turn would tell the reported that two of them had a hand in it.
 */
const FEWEST_HOUSEHOLDS_TO_JUDGE = 3

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

/** The person's own report, or one of their household. */
export function isOfReporter(
  report: Pick<BreachReport, 'reporterId' | 'reporterHouseholdId'>,
  { personId, householdId }: Member,
): boolean {
  return report.reporterId === personId || report.reporterHouseholdId === householdId
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
  { committee, town }: Pick<Judges, 'committee' | 'town'>,
  now: Date,
): Refusal | null {
  const notOpen = whyNotOpen(report)
  if (notOpen !== null) return notOpen
  // To the reported it is one answer, whoever reported.
  if (partyOf(report, actor) !== null) return refuse('decider_kin')
  const isForTown = areReplaced(committee, town, (one) => whyOpenlyBarred(one, report))
  if (!actor.roles.has(isForTown ? deciders.instead : deciders.role))
    return refuse('committee_decides_reports')
  const why = whyBarred(actor, report)
  if (why !== null) return why
  const { parties, replyDueOn } = report
  if (replyDueOn === null) return refuse('doer_unknown')
  const awaited = parties.some(({ reply }) => reply === null)
  return awaited && civilDay(now) <= replyDueOn
    ? refuse('reply_awaited', { day: replyDueOn })
    : null
}

/**
 * Why this person cannot say who it was, or close the report without; null when they can: the
 * committee, without who reported it or is kin of theirs; whether the town instead does not follow from who reported.
 */
export function whyNotFinding(
  actor: Actor,
  report: BreachReport,
  { committee, town }: Pick<Judges, 'committee' | 'town'>,
): Refusal | null {
  if (report.state === 'open') return refuse('doer_known')
  const notOpen = whyNotOpen(report)
  if (report.state !== 'unassigned' && notOpen !== null) return notOpen
  const isForTown = areReplaced(committee, town, (one) => whyOpenlyBarred(one, report))
  if (!actor.roles.has(isForTown ? deciders.instead : deciders.role))
    return refuse('committee_decides_reports')
  return whyBarred(actor, report)
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
  if (civilDay(now) > report.appealEndsOn)
    return refuse('appeal_too_late', { day: report.appealEndsOn })
  return null
}

/** Why this person cannot decide the appeal; null when they can. */
export function whyNotDecidingAppeal(
  actor: Actor,
  report: BreachReport,
  { supervisors, town }: Pick<Judges, 'supervisors' | 'town'>,
): Refusal | null {
  if (report.state !== 'appealed') return refuse('not_appealed')
  if (partyOf(report, actor) !== null) return refuse('decider_kin')
  const isForTown = areReplaced(
    supervisors,
    town,
    (one) => whyDecidedBefore(one, report) ?? whyOpenlyBarred(one, report),
  )
  if (!actor.roles.has(isForTown ? appealDeciders.instead : appealDeciders.role))
    return refuse('supervisors_decide_appeals')
  return whyBarredFromAppeal(actor, report)
}

/**
 * Whether the town judges instead. The reported learn who judged, so it must not follow from who
 * reported: only what bars openly counts. Where nobody of the town could, those who are left judge.
 */
function areReplaced(
  members: readonly Member[],
  town: readonly Member[],
  whyOpenly: (member: Member) => Refusal | null,
): boolean {
  const left = members.filter((one) => whyOpenly(one) === null)
  const households = new Set(left.map(({ householdId }) => householdId)).size
  if (households >= FEWEST_HOUSEHOLDS_TO_JUDGE) return false
  return town.some((one) => whyOpenly(one) === null)
}

function whyBarredFromAppeal(member: Member, report: BreachReport): Refusal | null {
  return whyDecidedBefore(member, report) ?? whyBarred(member, report)
}

function whyDecidedBefore({ personId }: Member, { decision }: BreachReport): Refusal | null {
  return decision?.by === personId ? refuse('decided_before') : null
}

function whyBarred(member: Member, report: BreachReport): Refusal | null {
  // To kin of both sides nothing may tell who reported.
  if (partyOf(report, member) !== null) return refuse('decider_kin')
  if (isOfReporter(report, member)) return refuse('own_report')
  if (report.enteredBy === member.personId) return refuse('entered_report')
  return whyOpenlyBarred(member, report)
}

/** What bars a person whoever reported. */
function whyOpenlyBarred(member: Member, report: BreachReport): Refusal | null {
  if (partyOf(report, member) !== null) return refuse('decider_kin')
  if (report.attached?.by === member.personId) return refuse('attached_report')
  return report.passedOnBy.includes(member.personId) ? refuse('passed_on') : null
}

export type Side = 'reporter' | 'reported' | 'office'

/** As whom a person reads the report; null: not at all. The reported never read as anybody else. */
export function sideOf(actor: Actor, report: BreachReport): Side | null {
  if (partyOf(report, actor) !== null) return 'reported'
  if (report.reporterId === actor.personId) return 'reporter'
  if (hasAnyRole(actor, reportReaders)) return 'office'
  return report.enteredBy === actor.personId ? 'reporter' : null
}

/** Why this person cannot declare themselves biased; null when they can: whoever would judge it now. */
export function whyNotPassingOn(actor: Actor, report: BreachReport): Refusal | null {
  const notOpen = whyNotOpen(report)
  if (report.state !== 'appealed' && notOpen !== null) return notOpen
  const judging = report.state === 'open' ? deciders : appealDeciders
  if (!hasAnyRole(actor, [judging.role, judging.instead]))
    return refuse(
      report.state === 'open' ? 'committee_decides_reports' : 'supervisors_decide_appeals',
    )
  return report.state === 'open' ? whyBarred(actor, report) : whyBarredFromAppeal(actor, report)
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

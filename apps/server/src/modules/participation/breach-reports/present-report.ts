import { wordsIn } from '@azalea/scoring'
import type { RuleItem } from '@azalea/scoring'
import type { Actor } from '../../../platform/actor.ts'
import type { Language } from '../../../platform/http/language.ts'
import { isPast, type Judges } from '../../cases/index.ts'
import { type HouseholdBrief, type PersonBrief, type Subject } from '../../community/index.ts'
import type { AdoptedSheet } from '../../scoring/index.ts'
import { permission } from '../../../platform/http/permission.ts'
import {
  firstOutcomeOf,
  partyOf,
  whyNotAppealing,
  whyNotDeciding,
  whyNotDecidingAppeal,
  whyNotFinding,
  whyNotPassingOn,
  whyNotReplying,
  whyNotWithdrawing,
  type Side,
} from './breach-policy.ts'
import type { BreachReport, Party } from './breach-report.ts'
import type { BreachReportView } from './schema.ts'

/** What reports are shown with. */
export interface ReportContext {
  readonly judges: Judges
  readonly people: ReadonlyMap<string, PersonBrief>
  readonly households: ReadonlyMap<string, HouseholdBrief>
  readonly subjects: ReadonlyMap<string, Subject>
  /** The sheet in force on the day of the breach. */
  readonly sheet: AdoptedSheet | null
  readonly now: Date
  readonly language: Language
}

/**
 * A report as one side reads it: the office all of it; the reporter what they said and what came of
 * it; the reported what is said about them, never by whom, and of replies their own only.
 */
export function presentReport(
  actor: Actor,
  side: Side,
  report: BreachReport,
  context: ReportContext,
): BreachReportView {
  const { now, language, judges } = context
  const canDecide = permission(whyNotDeciding(actor, report, judges, now), language)
  const canDecideAppeal = permission(whyNotDecidingAppeal(actor, report, judges), language)
  // Whoever reads of a deed without a doer may be found to be the doer.
  const isTold = side === 'reporter' || (side === 'office' && report.state !== 'unassigned')
  const nameOf = (personId: string) => context.people.get(personId)?.name ?? erased[language]
  return {
    reportId: report.reportId,
    side,
    state: report.state,
    outcome: report.outcome,
    about: aboutOf(report, context),
    occurredAt: report.occurredAt.toISOString(),
    words: report.words,
    photoFileIds: [...report.photoFileIds],
    reportedAt: report.reportedAt.toISOString(),
    replyDueOn: report.replyDueOn,
    decisionDueOn: report.decisionDueOn,
    isOverdue: isOverdue(report, now),
    reporter: isTold ? { personId: report.reporterId, name: nameOf(report.reporterId) } : null,
    enteredBy:
      isTold && report.enteredBy !== null
        ? { personId: report.enteredBy, name: nameOf(report.enteredBy) }
        : null,
    channel: isTold ? report.channel : null,
    reported: partiesFor(actor, side, report).map((party) => ({
      personId: party.personId,
      name: nameOf(party.personId),
      groupName: context.households.get(party.householdId)?.groupName ?? '',
      reply: replyOf(party),
    })),
    decision: decisionOf(report, context, nameOf),
    appeal: appealOf(actor, side, report, nameOf),
    settledAt: report.settledAt?.toISOString() ?? null,
    ending: endingOf(side, report),
    awardId: side === 'reporter' ? null : report.awardId,
    rules: rulesFor(side, report, context, canDecide.ok || canDecideAppeal.ok),
    canReply: permission(whyNotReplying(actor, report), language),
    canDecide,
    canAppeal: permission(whyNotAppealing(actor, report, now), language),
    canDecideAppeal,
    canPassOn: permission(whyNotPassingOn(actor, report, judges), language),
    canFind: permission(whyNotFinding(actor, report, judges), language),
    canWithdraw: permission(whyNotWithdrawing(actor, report), language),
  }
}

const erased = { zh: '已删除', en: 'erased' } as const

export function isOverdue(report: BreachReport, now: Date): boolean {
  const lastDay = lastDayOf(report)
  return lastDay !== null && isPast(lastDay, now)
}

/** The last day for who judges it as it stands; null where nobody does. */
export function lastDayOf({ state, decisionDueOn, appeal }: BreachReport): string | null {
  if (state === 'open' || state === 'unassigned') return decisionDueOn
  return state === 'appealed' && appeal !== null ? appeal.dueOn : null
}

function aboutOf(
  report: BreachReport,
  { subjects, sheet, language }: ReportContext,
): BreachReportView['about'] {
  const { subjectId, place, allegedItemRef } = report
  const item = sheet?.sheet.items.find(({ ref }) => ref === allegedItemRef)
  const itemName = wordsIn(item?.name, language) ?? null
  if (subjectId === null)
    return { kind: namesPlaceOnly(report) ? 'place' : 'person', label: place, itemName }
  const subject = subjects.get(subjectId)
  const label = [subject?.label, place].filter(Boolean).join(' · ') || null
  return { kind: subject?.kind === 'post' ? 'post' : 'subject', label, itemName }
}

/** Whether it was told without saying who did it. */
function namesPlaceOnly({ parties, attached }: BreachReport): boolean {
  return attached !== null || parties.length === 0
}

/** A person named is known to who named them; whose the plot is, and who stood there, is not told. */
function partiesFor(actor: Actor, side: Side, report: BreachReport): readonly Party[] {
  if (side === 'office') return report.parties
  const own = partyOf(report, actor)
  if (own !== null) return [own]
  const isNamed = report.subjectId === null && !namesPlaceOnly(report)
  return isNamed ? report.parties.map(withoutReply) : []
}

function withoutReply(party: Party): Party {
  return { ...party, reply: null }
}

function replyOf({ reply }: Party) {
  if (reply === null) return null
  const { at, words, photoFileId } = reply
  return { at: at.toISOString(), words, photoFileId }
}

function decisionOf(
  report: BreachReport,
  { sheet, language }: ReportContext,
  nameOf: (personId: string) => string,
): BreachReportView['decision'] {
  const { decision, appealEndsOn, itemRef } = report
  const outcome = firstOutcomeOf(report)
  if (decision === null || appealEndsOn === null || outcome === null) return null
  const item = sheet?.sheet.items.find(({ ref }) => ref === itemRef)
  return {
    by: nameOf(decision.by),
    at: decision.at.toISOString(),
    reasons: decision.reasons,
    outcome,
    itemName: wordsIn(item?.name, language) ?? null,
    appealEndsOn,
  }
}

/** The words of an appeal are for those who decide it and for who wrote them. */
function appealOf(
  actor: Actor,
  side: Side,
  { appeal, reporterId, enteredBy }: BreachReport,
  nameOf: (personId: string) => string,
): BreachReportView['appeal'] {
  if (appeal === null) return null
  const { answer } = appeal
  const isMine = appeal.by === actor.personId
  const isOfReporter = appeal.by === reporterId || appeal.by === enteredBy
  const isRead = isMine || side === 'office' || (side === 'reporter' && isOfReporter)
  return {
    at: appeal.at.toISOString(),
    isMine,
    words: isRead ? appeal.words : null,
    dueOn: appeal.dueOn,
    answer: answer && {
      by: nameOf(answer.by),
      at: answer.at.toISOString(),
      reasons: answer.reasons,
      outcome: answer.outcome,
    },
  }
}

/** Why it was withdrawn is told to the office only; why nobody was found, to all who read it. */
function endingOf(side: Side, { state, ending }: BreachReport): BreachReportView['ending'] {
  if (ending === null) return null
  const isRead = state === 'closed' || side !== 'reported'
  return { at: ending.at.toISOString(), words: isRead ? ending.words : null }
}

/** Who decides chooses among all; the reported read what it would cost them, and how to mend it. */
function rulesFor(
  side: Side,
  report: BreachReport,
  context: ReportContext,
  isJudging: boolean,
): BreachReportView['rules'] {
  if (isJudging) return rulesOf(report, context)
  if (side !== 'reported' || report.outcome === 'dismissed' || report.ending !== null) return []
  const named = report.itemRef ?? report.allegedItemRef
  return rulesOf(report, context).filter(({ ref }) => named === null || ref === named)
}

/** The deductions of the sheet of that day; a post has none. */
function rulesOf(report: BreachReport, context: ReportContext): BreachReportView['rules'] {
  if (aboutOf(report, context).kind === 'post') return []
  const items = context.sheet?.sheet.items ?? []
  return items
    .filter(({ kind }) => kind === 'deduction')
    .map((item) => ({
      ref: item.ref,
      name: wordsIn(item.name, context.language),
      pointsHundredths: -pointsOf(item),
      unit: 'unit' in item.base ? item.base.unit : null,
      repair: item.repair.map((way) => ({
        by: way.by,
        minutes: way.by === 'volunteering' ? way.minutes : null,
        restoresPermille: way.restoresPermille,
      })),
    }))
}

/** What one occurrence, or one unit, costs before any other stage. */
function pointsOf({ base }: RuleItem): number {
  return base.kind === 'bands' ? (base.bands[0]?.totalHundredths ?? 0) : base.pointsHundredths
}

import { addCivilDays, civilDay } from '@azalea/text'
import type { Actor } from '../../../platform/actor.ts'
import { lastDayWithin, requireBringer, type OnBehalf } from '../../cases/index.ts'
import { areKin, readPhotoOwner, sendMessages } from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
import { requireDeductionItem } from '../../scoring/index.ts'
import type { Commands } from '../ground/commands.ts'
import { CLOCK_TOLERANCE_MILLISECONDS } from '../activities/index.ts'
import { deadlinesFrom, FOUND_WITHIN_WORKING_DAYS, OLDEST_BREACH_DAYS } from './breach-policy.ts'
import { madeRecord } from './breach-records.ts'
import { lockReporter, selectOpenReportOf, type Allegation } from './breach-report-list.store.ts'
import type { NewBreachReport } from './breach-report.ts'
import { insertBreachReport } from './breach-report.store.ts'
import { findPlace, findReported, type Reported } from './find-reported.ts'
import { refuse } from './refusals.ts'

export type ReportBreachInput = {
  readonly about: Reported
  /** The rule that was broken, as far as the reporter can tell; where nobody is named it is needed. */
  readonly itemRef?: string
  /** The reporter has read that it looks like an open report of theirs, and says that it is not. */
  readonly isAnother?: boolean
  /** When it was seen, ISO 8601. */
  readonly occurredAt: string
  readonly words: string
  readonly photoFileIds: readonly string[]
  /** Whose words a cadre enters, and how they came; absent for one's own. */
  readonly onBehalf?: OnBehalf
}

export type BreachReported = {
  readonly reportId: string
  /** The last civil days for the reply of the reported (null while nobody is), and for the decision. */
  readonly replyDueOn: string | null
  readonly decisionDueOn: string
}

/**
 * Alleges a breach to the committee under one's own name or, by a cadre, in the name of somebody who
 * spoke or wrote. The reported are told what is said, not by whom, and asked to reply.
 * @throws Refusal 'unknown_person', 'report_for_oneself', 'report_not_for_others',
 *   'entered_own_breach', 'breach_in_future', 'breach_too_long_ago', 'already_reported', 'photo_not_yours',
 *   what `findReported`, `findPlace` and scoring's `requireDeductionItem` throw
 */
export async function reportBreach(
  { act, secrets, scoring }: Pick<Commands, 'act' | 'secrets' | 'scoring'>,
  actor: Actor,
  key: string,
  input: ReportBreachInput,
): Promise<BreachReported> {
  return act({ name: 'report-breach', actor, key, input }, async (tx) => {
    const occurredAt = requireRecent(input.occurredAt, tx.now)
    await requireOwnPhotos(tx, actor, input.photoFileIds)
    const reporter = await requireBringer(tx, actor, input.onBehalf, {
      forOneself: () => refuse('report_for_oneself'),
      notForOthers: () => refuse('report_not_for_others'),
    })
    const { about, itemRef = null } = input
    const found =
      about.kind === 'place'
        ? await findPlace(tx, about)
        : { place: null, ...(await findReported(tx, reporter.personId, about, occurredAt)) }
    const { subjectId, place, parties } = found
    const reportedIds = parties.map(({ personId }) => personId)
    if (await areKin(tx.db, tx.villageId, actor.personId, reportedIds))
      throw refuse('entered_own_breach')
    if (itemRef !== null) {
      const occurredOn = civilDay(occurredAt)
      await requireDeductionItem(tx, scoring, { itemRef, occurredOn, quantity: 1 })
    }
    const householdIds = parties.map(({ householdId }) => householdId)
    const alleged = { subjectId, place, allegedItemRef: itemRef, occurredAt, householdIds }
    await requireOther(tx, reporter.personId, input, alleged)
    const report: NewBreachReport = {
      reportId: tx.newId(),
      reporterId: reporter.personId,
      reporterHouseholdId: reporter.householdId,
      channel: reporter.channel,
      enteredBy: reporter.enteredBy,
      subjectId,
      place,
      allegedItemRef: itemRef,
      occurredAt,
      words: input.words,
      photoFileIds: input.photoFileIds,
      reportedAt: tx.now,
      ...(parties.length === 0 ? foundFrom(tx.now) : deadlinesFrom(tx.now)),
      parties: parties.map(({ householdId, personId }) => ({ householdId, personId })),
    }
    await insertBreachReport(tx.db, tx.villageId, report)
    tx.append(await madeRecord(tx, secrets, report))
    const { reportId, replyDueOn, decisionDueOn } = report
    const told = parties.map(({ personId }) => ({
      personId,
      kind: 'breach_report.made',
      params: { reportId, replyDueOn },
    }))
    const entered = {
      personId: report.reporterId,
      kind: 'breach_report.entered',
      params: { reportId, dueOn: decisionDueOn },
    }
    await sendMessages(tx, report.enteredBy === null ? told : [...told, entered])
    return { reportId, replyDueOn, decisionDueOn }
  })
}

/** While nobody is reported nobody replies: the committee has so long to find who it was. */
function foundFrom(now: Date): { replyDueOn: null; decisionDueOn: string } {
  const decisionDueOn = lastDayWithin(now, FOUND_WITHIN_WORKING_DAYS).day
  return { replyDueOn: null, decisionDueOn }
}

/** Nobody tells the same twice by mistake; the refusal names the report that is open. */
async function requireOther(
  tx: Tx,
  reporterId: string,
  { onBehalf, isAnother = false }: ReportBreachInput,
  alleged: Allegation,
): Promise<void> {
  // To who enters it for somebody nothing may tell what that person has told.
  if (isAnother || onBehalf !== undefined) return
  await lockReporter(tx.db, tx.villageId, reporterId)
  const reportId = await selectOpenReportOf(tx.db, tx.villageId, reporterId, alleged)
  if (reportId === null) return
  throw refuse('already_reported', {}, { kind: 'breach_report', id: reportId })
}

function requireRecent(told: string, now: Date): Date {
  const instant = new Date(told)
  if (instant.getTime() > now.getTime() + CLOCK_TOLERANCE_MILLISECONDS)
    throw refuse('breach_in_future')
  if (civilDay(instant) < addCivilDays(civilDay(now), -OLDEST_BREACH_DAYS))
    throw refuse('breach_too_long_ago', { days: OLDEST_BREACH_DAYS })
  return instant
}

async function requireOwnPhotos(tx: Tx, actor: Actor, fileIds: readonly string[]): Promise<void> {
  for (const fileId of fileIds)
    if ((await readPhotoOwner(tx.db, tx.villageId, fileId)) !== actor.personId)
      throw refuse('photo_not_yours')
}

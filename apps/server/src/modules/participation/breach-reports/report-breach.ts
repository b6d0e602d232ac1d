import type { Actor } from '../../../platform/actor.ts'
import { addCivilDays, civilDay } from '../../../platform/calendar.ts'
import { workingDaysAfter } from '../../../platform/working-days.ts'
import {
  communityRefusals,
  readHouseholdGroups,
  readPeople,
  readPhotoOwner,
  sendMessages,
} from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
import { mayRecordFor } from '../../scoring/index.ts'
import type { Commands } from '../commands.ts'
import { CLOCK_TOLERANCE_MILLISECONDS } from '../attendance/post-code.ts'
import {
  DECIDED_WITHIN_WORKING_DAYS,
  OLDEST_BREACH_DAYS,
  REPLY_WITHIN_WORKING_DAYS,
} from './breach-policy.ts'
import { madeRecord } from './breach-records.ts'
import { hasOpenReport } from './breach-report-list.store.ts'
import type { NewBreachReport } from './breach-report.ts'
import { insertBreachReport } from './breach-report.store.ts'
import { findReported, type Reported } from './find-reported.ts'
import { refuse } from './refusals.ts'

export type ReportBreachInput = {
  readonly about: Reported
  /** When it was seen, ISO 8601. */
  readonly occurredAt: string
  readonly words: string
  readonly photoFileIds: readonly string[]
  /** Whose words a cadre enters, and how they came; absent for one's own. */
  readonly onBehalf?: { readonly personId: string; readonly channel: 'oral' | 'written' }
}

export type BreachReported = {
  readonly reportId: string
  /** The last civil days for the reply of the reported, and for the decision. */
  readonly replyDueOn: string
  readonly decisionDueOn: string
}

/**
 * Alleges a breach to the committee under one's own name or, by a cadre, in the name of somebody who
 * spoke or wrote. The reported are told what is said, not by whom, and asked to reply.
 * @throws Refusal 'unknown_person', 'report_for_oneself', 'report_not_for_others',
 *   'entered_own_breach', 'breach_in_future', 'breach_too_long_ago', 'already_reported', 'photo_not_yours',
 *   what `findReported` throws
 */
export async function reportBreach(
  { act, secrets }: Pick<Commands, 'act' | 'secrets'>,
  actor: Actor,
  key: string,
  input: ReportBreachInput,
): Promise<BreachReported> {
  return act({ name: 'report-breach', actor, key, input }, async (tx) => {
    const occurredAt = requireRecent(input.occurredAt, tx.now)
    await requireOwnPhotos(tx, actor, input.photoFileIds)
    const reporter = await requireReporter(tx, actor, input.onBehalf)
    const found = await findReported(tx, reporter, input.about, occurredAt)
    const { subjectId, parties } = found
    const householdIds = parties.map(({ householdId }) => householdId)
    const about = { subjectId, householdIds }
    if (parties.some((one) => one.householdId === actor.householdId))
      throw refuse('entered_own_breach')
    if (await hasOpenReport(tx.db, tx.villageId, reporter.personId, about))
      throw refuse('already_reported')
    const report: NewBreachReport = {
      reportId: tx.newId(),
      reporterId: reporter.personId,
      reporterHouseholdId: reporter.householdId ?? reporter.personId,
      channel: input.onBehalf?.channel ?? 'app',
      enteredBy: input.onBehalf === undefined ? null : actor.personId,
      subjectId,
      occurredAt,
      words: input.words,
      photoFileIds: input.photoFileIds,
      reportedAt: tx.now,
      ...deadlinesFrom(tx.now),
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

/** Who reports: the actor, or somebody for whom the actor may enter it. */
async function requireReporter(
  tx: Tx,
  actor: Actor,
  onBehalf: ReportBreachInput['onBehalf'],
): Promise<Pick<Actor, 'personId' | 'householdId'>> {
  if (onBehalf === undefined) return actor
  const { personId } = onBehalf
  if (personId === actor.personId) throw refuse('report_for_oneself')
  const person = (await readPeople(tx.db, tx.villageId, [personId])).get(personId)
  if (person === undefined || person.name === null) throw communityRefusals('unknown_person')
  const { householdId } = person
  const groups = await readHouseholdGroups(tx.db, tx.villageId, [householdId])
  const groupNo = groups.get(householdId)?.groupNo ?? null
  if (!mayRecordFor(actor, { personId, groupNo })) throw refuse('report_not_for_others')
  return { personId, householdId }
}

function deadlinesFrom(now: Date): { replyDueOn: string; decisionDueOn: string } {
  const replyDueOn = workingDaysAfter(civilDay(now), REPLY_WITHIN_WORKING_DAYS).day
  return {
    replyDueOn,
    decisionDueOn: workingDaysAfter(replyDueOn, DECIDED_WITHIN_WORKING_DAYS).day,
  }
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

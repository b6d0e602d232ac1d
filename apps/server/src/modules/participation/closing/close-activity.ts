import { circumstancesOf, quantityOfMinutes } from '@azalea/scoring'
import { activityClosed } from '@azalea/records'
import { civilDay } from '@azalea/text'
import type { Actor } from '../../../platform/actor.ts'
import { readHouseholds, readPeople, sendMessages } from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
import {
  readRuleItem,
  scoreContributions,
  type Judgements,
  type NewContribution,
  type ScoredAward,
  type Scoring,
} from '../../scoring/index.ts'
import {
  type Activity,
  type Attendance,
  type Shift,
  activityFacts,
  clockTime,
  creditedMinutes,
  lockActivity,
  requireLeader,
  selectAttendances,
  selectShifts,
  shiftsAskingScore,
  updateActivity,
} from '../activities/index.ts'
import type { Commands } from '../ground/commands.ts'
import { pseudonymsOf } from '../ground/pseudonyms.ts'
import { refuse } from '../ground/refusals.ts'
import type { SpotCheck } from '../spot-checks/index.ts'
import { judgementsOf, requireChecksMade } from './shift-judgements.ts'

export type CloseAnswer = { readonly awards: number; readonly pointsHundredths: number }

/**
 * Closes an activity that is over: every attendance becomes an award, which awaits public notice.
 * Households that have left meanwhile are passed over.
 * @throws Refusal 'unknown_activity', 'not_activity_leader', 'activity_not_open',
 *   'activity_not_over', 'check_outs_missing', 'scores_missing', 'spot_checks_missing',
 *   'spot_draw_waiting'
 */
export async function closeActivity(
  { act, secrets, scoring }: Commands,
  actor: Actor,
  key: string,
  input: { readonly activityId: string },
): Promise<CloseAnswer> {
  return act({ name: 'close-activity', actor, key, input }, async (tx): Promise<CloseAnswer> => {
    const before = await lockActivity(tx.db, tx.villageId, input.activityId)
    if (before === null) throw refuse('unknown_activity')
    requireLeader(actor, before)
    if (before.state !== 'approved') throw refuse('activity_not_open')
    if (tx.now < before.endsAt)
      throw refuse('activity_not_over', { endsAt: clockTime(before.endsAt) })
    const shifts = await selectShifts(tx.db, tx.villageId, before.activityId)
    const shiftIds = shifts.map(({ shiftId }) => shiftId)
    const attendances = await selectAttendances(tx.db, tx.villageId, shiftIds)
    const asking = await shiftsAskingScore(tx.db, scoring, tx.villageId, before, shifts)
    requireComplete(attendances, asking)
    const checks = await requireChecksMade(tx, shiftIds)
    const activity: Activity = { ...before, state: 'closed', closedAt: tx.now }
    await updateActivity(tx.db, tx.villageId, activity)
    const names = await pseudonymsOf(tx, secrets)
    // In the order of their check-ins, the log's awards would lead from attendees to earners.
    const lotOf = ({ personId }: NewContribution) => names.lot(personId, activity.activityId)
    const attended = (
      await contributionsOf(tx, scoring, activity, shifts, attendances, checks, actor.personId)
    ).toSorted((a, b) => (lotOf(a) < lotOf(b) ? -1 : Number(lotOf(a) !== lotOf(b))))
    const awards = await scoreContributions(tx, scoring, attended)
    await notifyAttendees(tx, activity, attended, awards)
    const answer = {
      awards: awards.length,
      pointsHundredths: awards.reduce((sum, award) => sum + award.pointsHundredths, 0),
    }
    tx.append(activityClosed(activityFacts(activity, names, { ...answer, by: actor.personId })))
    return answer
  })
}

function requireComplete(
  attendances: readonly Attendance[],
  askingScore: ReadonlySet<string>,
): void {
  const present = attendances.filter(({ checkedOutAt }) => checkedOutAt === null).length
  if (present > 0) throw refuse('check_outs_missing', { count: present })
  const unscored = attendances.filter(
    ({ shiftId, leaderScore }) => leaderScore === null && askingScore.has(shiftId),
  ).length
  if (unscored > 0) throw refuse('scores_missing', { count: unscored })
}

async function contributionsOf(
  tx: Tx,
  scoring: Scoring,
  { itemRef }: Activity,
  shifts: readonly Shift[],
  attendances: readonly Attendance[],
  checks: ReadonlyMap<string, SpotCheck>,
  closedBy: string,
): Promise<NewContribution[]> {
  const shiftsById = new Map(shifts.map((shift) => [shift.shiftId, shift]))
  const households = await joinedHouseholds(tx, attendances)
  const rules = new Map<string, Awaited<ReturnType<typeof readRuleItem>>>()
  const judged = new Map<string, Judgements>()
  const contributions: NewContribution[] = []
  for (const attendance of attendances) {
    const shift = shiftsById.get(attendance.shiftId)
    const householdId = households.get(attendance.personId)
    const { checkedInAt, checkedOutAt, leaderScore } = attendance
    if (!shift || !checkedOutAt || householdId === undefined) continue
    // A shift across midnight belongs to the day on which it begins.
    const occurredOn = civilDay(shift.startsAt)
    const rule =
      rules.get(occurredOn) ??
      (await readRuleItem(tx.db, scoring, tx.villageId, itemRef, occurredOn))
    rules.set(occurredOn, rule)
    const { item, sheet } = rule
    const judgements =
      judged.get(shift.shiftId) ??
      (await judgementsOf(
        tx,
        item,
        shift,
        checks.get(shift.shiftId),
        householdsAt(shift, attendances, households),
      ))
    judged.set(shift.shiftId, judgements)
    const minutes = creditedMinutes(shift, { checkedInAt, checkedOutAt })
    const from = checkedInAt > shift.startsAt ? checkedInAt : shift.startsAt
    contributions.push({
      personId: attendance.personId,
      householdId,
      itemRef,
      sourceKind: 'attendance',
      sourceId: attendance.attendanceId,
      quantity: quantityOfMinutes(item, minutes),
      occurredOn,
      ...(leaderScore === null ? {} : { leaderScore }),
      circumstances: circumstancesOf(item, from.getTime(), minutes, shift.circumstances),
      judgements,
      recordedBy: attendance.scoredBy ?? closedBy,
      sheet,
    })
  }
  return contributions
}

function householdsAt(
  { shiftId }: Shift,
  attendances: readonly Attendance[],
  households: ReadonlyMap<string, string>,
): Set<string> {
  const there = attendances.filter((one) => one.shiftId === shiftId)
  return new Set(there.flatMap(({ personId }) => households.get(personId) ?? []))
}

/** The households of those who attended, by person; those that have not joined (any more) are left out. */
async function joinedHouseholds(
  tx: Tx,
  attendances: readonly Attendance[],
): Promise<Map<string, string>> {
  const personIds = [...new Set(attendances.map(({ personId }) => personId))]
  const people = [...(await readPeople(tx.db, tx.villageId, personIds)).values()]
  const householdIds = [...new Set(people.map(({ householdId }) => householdId))]
  const households = await readHouseholds(tx.db, tx.villageId, householdIds)
  return new Map(
    people
      .filter(({ householdId, name }) => name !== null && households.get(householdId)?.joined)
      .map(({ personId, householdId }) => [personId, householdId]),
  )
}

async function notifyAttendees(
  tx: Tx,
  { activityId, title }: Activity,
  contributions: readonly NewContribution[],
  awards: readonly ScoredAward[],
): Promise<void> {
  await sendMessages(
    tx,
    contributions.flatMap(({ personId }, index) => {
      const award = awards[index]
      if (!award) return []
      const { awardId, pointsHundredths } = award
      return [
        {
          personId,
          kind: 'activity.closed',
          params: { activityId, title, awardId, pointsHundredths },
        },
      ]
    }),
  )
}

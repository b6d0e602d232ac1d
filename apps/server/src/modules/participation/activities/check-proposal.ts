import { declaredCircumstances, itemInBoth } from '@azalea/scoring'
import { civilDay } from '@azalea/text'
import { readPeopleNames, readSubjects } from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
import type { Scoring } from '../../scoring/index.ts'
import type { Activity, Shift } from './activity.store.ts'
import { requireEarnableItem } from './earnable-item.ts'
import { refuse } from '../ground/refusals.ts'
import { minutesAfter, plannedMinutes } from './shifts/shift-times.ts'

/** What somebody proposes; instants are ISO 8601. */
export type Proposal = {
  readonly title: string
  readonly description: string
  readonly place: string
  readonly itemRef: string
  readonly startsAt: string
  readonly endsAt: string
  readonly signUpClosesAt: string
  /** Null: the initiator leads it. */
  readonly leaderId: string | null
  readonly shifts: readonly ProposedShift[]
}

export type ProposedShift = {
  /** Null: at the activity's own place. */
  readonly postSubjectId: string | null
  readonly startsAt: string
  readonly endsAt: string
  readonly quota: number
  /** Codes of circumstances of the item that hold for the whole shift: hardship, a far post. */
  readonly circumstances?: readonly string[]
}

const DAY_MINUTES = 24 * 60
const LONGEST_DAYS = 92
const FARTHEST_DAYS = 366

type Content = Pick<
  Activity,
  | 'title'
  | 'description'
  | 'place'
  | 'itemRef'
  | 'leaderId'
  | 'startsAt'
  | 'endsAt'
  | 'signUpClosesAt'
>

/**
 * The content of an activity that may be proposed now, and its shifts.
 * @throws Refusal 'activity_in_past', 'activity_times_wrong', 'activity_too_far_off',
 *   'sign_up_deadline_wrong', 'shift_times_wrong', 'shift_outside_activity', 'unknown_post',
 *   'unknown_leader', 'item_not_for_activities', 'circumstance_not_in_item'; scoring's when the item is not in the sheet
 */
export async function checkProposal(
  tx: Tx,
  scoring: Scoring,
  activityId: string,
  initiatorId: string,
  proposal: Proposal,
): Promise<{ content: Content; shifts: Shift[] }> {
  const content: Content = {
    title: proposal.title,
    description: proposal.description,
    place: proposal.place,
    itemRef: proposal.itemRef,
    leaderId: proposal.leaderId ?? initiatorId,
    startsAt: new Date(proposal.startsAt),
    endsAt: new Date(proposal.endsAt),
    signUpClosesAt: new Date(proposal.signUpClosesAt),
  }
  checkTimes(content, tx.now)
  const shifts = proposal.shifts.map(({ startsAt, endsAt, circumstances = [], ...rest }): Shift => {
    const times = { startsAt: new Date(startsAt), endsAt: new Date(endsAt) }
    return { shiftId: tx.newId(), activityId, ...rest, ...times, circumstances }
  })
  for (const [index, shift] of shifts.entries()) checkShift(content, shift, index + 1)
  const day = civilDay(content.startsAt)
  const item = await requireEarnableItem(tx.db, scoring, tx.villageId, content.itemRef, day)
  const known = new Set(declaredCircumstances(item).map(({ code }) => code))
  for (const [index, { circumstances }] of shifts.entries())
    if (circumstances.some((code) => !known.has(code)))
      throw refuse('circumstance_not_in_item', { no: index + 1, ...itemInBoth(item) })
  await requirePosts(tx, shifts)
  if (content.leaderId !== initiatorId) {
    const names = await readPeopleNames(tx.db, tx.villageId, [content.leaderId])
    if (!names.has(content.leaderId)) throw refuse('unknown_leader')
  }
  return { content, shifts }
}

function checkTimes(content: Content, now: Date): void {
  const { startsAt, endsAt, signUpClosesAt } = content
  if (startsAt <= now) throw refuse('activity_in_past')
  if (endsAt <= startsAt) throw refuse('activity_times_wrong')
  const tooLong = endsAt > minutesAfter(startsAt, LONGEST_DAYS * DAY_MINUTES)
  if (tooLong || startsAt > minutesAfter(now, FARTHEST_DAYS * DAY_MINUTES))
    throw refuse('activity_too_far_off')
  if (signUpClosesAt <= now || signUpClosesAt > endsAt) throw refuse('sign_up_deadline_wrong')
}

function checkShift(content: Content, shift: Shift, no: number): void {
  if (shift.endsAt <= shift.startsAt || plannedMinutes(shift) > DAY_MINUTES)
    throw refuse('shift_times_wrong', { no })
  if (shift.startsAt < content.startsAt || shift.endsAt > content.endsAt)
    throw refuse('shift_outside_activity', { no })
}

async function requirePosts(tx: Tx, shifts: readonly Shift[]): Promise<void> {
  const ids = shifts.flatMap(({ postSubjectId }) => postSubjectId ?? [])
  const subjects = await readSubjects(tx.db, tx.villageId, [...new Set(ids)])
  for (const [index, { postSubjectId }] of shifts.entries())
    if (postSubjectId !== null && subjects.get(postSubjectId)?.kind !== 'post')
      throw refuse('unknown_post', { no: index + 1 })
}

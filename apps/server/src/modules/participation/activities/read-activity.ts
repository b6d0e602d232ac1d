import { declaredCircumstances, wordsIn } from '@azalea/scoring'
import { civilDay } from '@azalea/text'
import type { Db } from '../../../platform/database/database.ts'
import { readHouseholds, readPeopleNames, readSubjects } from '../../community/index.ts'
import { communityRefusals } from '../../community/index.ts'
import { readRules } from './activity-rules.ts'
import { selectActivity, selectShifts, type Activity, type Shift } from './activity.store.ts'
import { selectAttendances, type Attendance } from './attendance/attendance.store.ts'
import { previewPoints } from './earnable-item.ts'
import { permission, type Permission } from '../../../platform/http/permission.ts'
import { isCommittee, maySee, whyNoStranger } from './policy.ts'
import { presentAttendance } from './attendance/present-attendance.ts'
import type { Reader, Readers } from '../ground/readers.ts'
import { refuse } from '../ground/refusals.ts'
import { plannedMinutes } from './shifts/shift-times.ts'
import { isFull, whyNoSignUp } from './shifts/sign-up-rules.ts'
import {
  countPlaces,
  selectSignedUpShifts,
  selectSignUps,
  type Places,
  type ShiftOfActivity,
  type SignUp,
} from './shifts/sign-up.store.ts'

/**
 * One activity with its shifts, and what the reader may do with each.
 * @throws Refusal 'unknown_activity' also for a proposal that is not the reader's to see
 */
export async function readActivity(
  { database, clock, scoring }: Pick<Readers, 'database' | 'clock' | 'scoring'>,
  reader: Reader,
  activityId: string,
) {
  const { actor, language } = reader
  const { villageId } = actor
  const now = clock.now()
  return database.inVillage(villageId, async (db) => {
    const activity = await selectActivity(db, villageId, activityId)
    if (activity === null || !maySee(actor, activity)) throw refuse('unknown_activity')
    const shifts = await selectShifts(db, villageId, activityId)
    const around = await readAround(db, reader, activity, shifts, now)
    const ruleOf = await readRules(db, scoring, villageId, [activity])
    const rule = ruleOf(activity)
    const longest = Math.max(0, ...shifts.map(plannedMinutes))
    const { names } = around
    const circumstances = rule ? declaredCircumstances(rule.item) : []
    return {
      activityId,
      title: activity.title,
      description: activity.description,
      place: activity.place,
      itemRef: activity.itemRef,
      itemName: wordsIn(rule?.item.name, language) ?? activity.itemRef,
      startsAt: activity.startsAt.toISOString(),
      endsAt: activity.endsAt.toISOString(),
      signUpClosesAt: activity.signUpClosesAt.toISOString(),
      state: activity.state,
      leaderId: activity.leaderId,
      leaderName: names.get(activity.leaderId) ?? null,
      initiatorName: names.get(activity.initiatorId) ?? null,
      decision: activity.decidedAt && {
        decidedAt: activity.decidedAt.toISOString(),
        words: activity.decisionWords,
      },
      pointsPreview:
        rule && previewPoints(rule.sheet, rule.item, longest, civilDay(activity.startsAt)),
      may: await readPowers(db, reader, activity, now),
      shifts: shifts.map((shift) => ({
        ...presentShift(activity, shift, around, reader, now),
        circumstances: circumstances
          .filter(({ code }) => shift.circumstances.includes(code))
          .map(({ code, name }) => ({ code, name: wordsIn(name, language) })),
      })),
    }
  })
}

interface Around {
  readonly names: ReadonlyMap<string, string>
  readonly posts: ReadonlyMap<string, { readonly label: string }>
  readonly places: ReadonlyMap<string, Places>
  /** The reader's own sign-ups for other activities too, to find overlaps. */
  readonly signedUp: readonly ShiftOfActivity[]
  readonly signUps: readonly SignUp[]
  readonly attendances: ReadonlyMap<string, Attendance>
  readonly joined: boolean
}

async function readAround(
  db: Db,
  { actor }: Reader,
  activity: Activity,
  shifts: readonly Shift[],
  now: Date,
): Promise<Around> {
  const { villageId, personId } = actor
  const ids = shifts.map(({ shiftId }) => shiftId)
  const postIds = [...new Set(shifts.flatMap(({ postSubjectId }) => postSubjectId ?? []))]
  const people = [activity.leaderId, activity.initiatorId]
  const householdId = actor.householdId ?? ''
  const households = actor.householdId ? await readHouseholds(db, villageId, [householdId]) : null
  const attendances = await selectAttendances(db, villageId, ids, personId)
  return {
    names: await readPeopleNames(db, villageId, people),
    posts: await readSubjects(db, villageId, postIds),
    places: await countPlaces(db, villageId, ids),
    signedUp: await selectSignedUpShifts(db, villageId, personId, now),
    signUps: await selectSignUps(db, villageId, ids),
    attendances: new Map(attendances.map((attendance) => [attendance.shiftId, attendance])),
    joined: households?.get(householdId)?.joined ?? false,
  }
}

function presentShift(
  activity: Activity,
  shift: Shift,
  around: Around,
  { actor, language }: Reader,
  now: Date,
) {
  const places = around.places.get(shift.shiftId) ?? { confirmed: 0, waiting: 0 }
  const line = around.signUps.filter(({ shiftId }) => shiftId === shift.shiftId)
  const mine = line.find(({ personId }) => personId === actor.personId)
  const waiting = line.filter(({ state }) => state === 'waiting')
  const attendance = around.attendances.get(shift.shiftId)
  return {
    shiftId: shift.shiftId,
    postSubjectId: shift.postSubjectId,
    postLabel: around.posts.get(shift.postSubjectId ?? '')?.label ?? null,
    startsAt: shift.startsAt.toISOString(),
    endsAt: shift.endsAt.toISOString(),
    quota: shift.quota,
    taken: places.confirmed,
    waiting: places.waiting,
    mine: mine
      ? {
          state: mine.state === 'waiting' ? ('waiting' as const) : ('confirmed' as const),
          place: mine.state === 'waiting' ? waiting.indexOf(mine) + 1 : null,
          attendance: attendance ? presentAttendance(shift, attendance) : null,
        }
      : null,
    canSignUp: signUpPermission(),
  }

  function signUpPermission(): Permission {
    const refusal =
      whyNoSignUp({ activity, shift, places, signedUp: around.signedUp, now }) ??
      (around.joined ? null : communityRefusals('household_not_joined'))
    if (refusal !== null || !isFull({ shift, places })) return permission(refusal, language)
    const ahead = places.waiting
    return {
      ok: true,
      code: 'will_wait',
      sentence:
        language === 'zh'
          ? `名额已满，报名后排在候补第 ${ahead + 1} 位。`
          : `All places are taken; you would be number ${ahead + 1} on the waiting list.`,
    }
  }
}

/** What the reader may do with the activity itself at this moment. */
async function readPowers(db: Db, { actor }: Reader, activity: Activity, now: Date) {
  const { state, endsAt, initiatorId, leaderId } = activity
  const isInitiator = initiatorId === actor.personId
  const leads = leaderId === actor.personId || isCommittee(actor)
  const isOpen = ['proposed', 'sent_back', 'approved'].includes(state)
  const decides = state === 'proposed' && isCommittee(actor)
  return {
    decide: decides && (await whyNoStranger(db, actor, activity)) === null,
    resubmit: state === 'sent_back' && isInitiator,
    cancel: isOpen && (leads || isInitiator),
    lead: state === 'approved' && leads,
    close: state === 'approved' && leads && now >= endsAt,
  }
}

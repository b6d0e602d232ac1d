import {
  checkIn,
  checkOut,
  currentPostCode,
  scoreAttendance,
  signUpForShift,
  withdrawFromShift,
} from '../modules/participation/index.ts'
import { minutesLater, otherHousehold, schedule, type Player, type Stage } from './stage.ts'

/** A shift of the plan; its ids are known once its activity has been approved. */
export interface PlannedShift {
  ids: { readonly activityId: string; readonly shiftId: string } | null
  readonly post: { readonly subjectId: string; readonly label: string } | null
  readonly startsAt: Date
  readonly endsAt: Date
  readonly quota: number
}

/** What becomes of a shift's volunteers; `leader` is at hand and scores them. */
export interface ShiftPlay {
  readonly name: string
  readonly shift: PlannedShift
  readonly leader: Player
  readonly volunteers: readonly Player[]
  readonly signUpFrom: Date
  /** False: the scores are left for a visitor to give. */
  readonly isScored: boolean
}

const SIGN_UPS_A_MINUTE = 3
const LATE = 0.08
const WITHDRAWS = 0.04
const ABSENT = 0.03
const VISITORS_HAVE_MINUTES = 30
const FORGETS_TO_CHECK_OUT = 0.06
const BY_CODE = 0.75

/**
 * Signs the volunteers up, checks them in and out (most by the code at the place, some by the
 * leader), and scores those who came. All chance is drawn here, so that a load that is started
 * again asks for exactly the same.
 */
export function playShift(stage: Stage, play: ShiftPlay): void {
  const { chance } = stage
  for (const [index, volunteer] of play.volunteers.entries()) {
    const key = `season-${play.name}-${index}`
    // A few a minute: at one moment they would all wait for the same shift's places.
    const minute = Math.floor(index / SIGN_UPS_A_MINUTE)
    schedule(stage, minutesLater(play.signUpFrom, minute), async () => {
      const input = { shiftId: idsOf(play.shift).shiftId }
      await unless(['shift_overlaps', 'shift_full'], () =>
        signUpForShift(stage.doors, volunteer.actor, `${key}-up`, input),
      )
    })
    const isLeader = volunteer.actor.personId === play.leader.actor.personId
    const changesTheirMind = !isLeader && chance.happens(WITHDRAWS)
    if (changesTheirMind && !isForVisitors(stage, play.shift)) withdraw(stage, play, volunteer, key)
    // Who is on duty at this moment checks in by hand: the visitor who plays them.
    else if (!chance.happens(ABSENT) && play.shift.endsAt <= stage.now)
      attend(stage, play, volunteer, key)
  }
}

/**
 * Whether the visitors who play villagers are on duty in this shift: the one that runs half an hour
 * after the season ends, so that they have that long at least. Its check-in is open by then.
 */
export function isForVisitors(
  { now }: Pick<Stage, 'now'>,
  { startsAt, endsAt }: Pick<PlannedShift, 'startsAt' | 'endsAt'>,
): boolean {
  const later = minutesLater(now, VISITORS_HAVE_MINUTES)
  return startsAt <= later && later < endsAt
}

function withdraw(stage: Stage, play: ShiftPlay, { actor }: Player, key: string): void {
  schedule(stage, minutesLater(play.signUpFrom, 60), async () => {
    const input = { shiftId: idsOf(play.shift).shiftId }
    await unless(['not_signed_up'], () =>
      withdrawFromShift(stage.doors, actor, `${key}-off`, input),
    )
  })
}

function attend(stage: Stage, play: ShiftPlay, volunteer: Player, key: string): void {
  const { doors, chance } = stage
  const { shift, leader } = play
  const isKin = volunteer.householdId === leader.householdId
  const byCode = chance.happens(BY_CODE) || isKin
  const forgets = chance.happens(FORGETS_TO_CHECK_OUT)
  const arrives = minutesLater(shift.startsAt, chance.happens(LATE) ? 15 : -5)
  let attendanceId: string | null = null
  const who = byCode ? volunteer.actor : leader.actor
  const claim = async () => ({
    shiftId: idsOf(shift).shiftId,
    code: byCode ? await codeAt(stage, play) : null,
    personId: byCode ? null : volunteer.actor.personId,
    occurredAt: null,
  })
  schedule(stage, arrives, async () => {
    const answer = await unless(['not_signed_up', 'still_waiting'], async () =>
      checkIn(doors, who, `${key}-in`, await claim()),
    )
    attendanceId = answer?.attendanceId ?? null
  })
  if (!forgets)
    schedule(stage, shift.endsAt, async () => {
      if (attendanceId) await checkOut(doors, who, `${key}-out`, await claim())
    })
  const scorer = scorerOf(stage, play, volunteer)
  const score = chance.pick([3, 4, 4, 4, 5, 5, 5])
  if (!play.isScored) return
  schedule(stage, minutesLater(shift.endsAt, 90), async () => {
    if (attendanceId === null) return
    const input = { attendanceId, score, words: null }
    await scoreAttendance(doors, scorer.actor, `${key}-score`, input)
  })
}

/** Nobody scores their own household: then a member of the committee does. */
function scorerOf({ cast }: Stage, { leader }: ShiftPlay, volunteer: Player): Player {
  return volunteer.householdId === leader.householdId
    ? otherHousehold(cast.committee, volunteer.householdId)
    : leader
}

/** The code that the place shows at this moment, to whoever stands there. */
async function codeAt({ doors, villageId }: Stage, { shift }: ShiftPlay): Promise<string> {
  const { database, secrets, clock } = doors
  const secret = await database.inVillage(villageId, (db) => secrets.of(db, villageId))
  const place = shift.post?.subjectId ?? idsOf(shift).activityId
  return currentPostCode(secret, place, clock.now()).code
}

function idsOf({ ids }: PlannedShift): { activityId: string; shiftId: string } {
  if (ids === null) throw new Error('the shift has not been approved')
  return ids
}

/** Those refusals are part of village life: the shift was full, or somebody had other plans. */
async function unless<T>(codes: readonly string[], run: () => Promise<T>): Promise<T | null> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof Error && 'code' in error && codes.includes(String(error.code))) return null
    throw error
  }
}

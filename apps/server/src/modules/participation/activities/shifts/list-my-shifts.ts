import { z } from 'zod'
import type { Db } from '../../../../platform/database/database.ts'
import { decodeCursor, encodeCursor } from '../../../../platform/http/cursor.ts'
import { readSubjects } from '../../../community/index.ts'
import { selectAttendances } from '../attendance/attendance.store.ts'
import type { PageOf } from '../list-activities.ts'
import { presentAttendance } from '../attendance/present-attendance.ts'
import type { Reader, Readers } from '../../ground/readers.ts'
import { selectPastShifts } from './shift-list.store.ts'
import { CHECK_OUT_WAITS_MINUTES, checkInWindow, minutesAfter } from './shift-times.ts'
import { selectSignedUpShifts, type ShiftOfActivity } from './sign-up.store.ts'
import type { SignUpState } from '../../ground/tables.ts'

const position = z.tuple([z.iso.datetime(), z.uuid()])

type Mine = ShiftOfActivity & { readonly state: SignUpState }

/** The reader's shifts: those they are or can be at now, those to come, and a page of the past ones. */
export async function listMyShifts(
  { database, clock }: Pick<Readers, 'database' | 'clock'>,
  { actor }: Pick<Reader, 'actor'>,
  { cursor, limit }: PageOf,
) {
  const { villageId, personId } = actor
  const now = clock.now()
  const list = `my-shifts ${villageId} ${personId}`
  const mark = decodeCursor(list, cursor, position)
  return database.inVillage(villageId, async (db) => {
    const open = await selectSignedUpShifts(db, villageId, personId, openSince(now))
    const after = mark && { startsAt: new Date(mark[0]), shiftId: mark[1] }
    const found = await selectPastShifts(db, villageId, personId, { now, after, limit: limit + 1 })
    const page = found.slice(0, limit).map((one): Mine => ({ ...one, state: 'confirmed' }))
    const present = await presenter(db, villageId, personId, [...open, ...page], now)
    const last = page.at(-1)
    return {
      ...splitAhead(open, present, now),
      past: {
        items: page.map(present),
        nextCursor:
          found.length > limit && last
            ? encodeCursor(list, [last.shift.startsAt.toISOString(), last.shift.shiftId])
            : null,
      },
    }
  })
}

/** The shifts of a person that are on now, and those to come. */
export async function readShiftsAhead(db: Db, villageId: string, personId: string, now: Date) {
  const open = await selectSignedUpShifts(db, villageId, personId, openSince(now))
  const present = await presenter(db, villageId, personId, open, now)
  return splitAhead(open, present, now)
}

/** A shift that is over stays among the present ones while the clock has not closed it. */
const openSince = (now: Date) => minutesAfter(now, -2 * CHECK_OUT_WAITS_MINUTES)

function splitAhead(open: readonly Mine[], present: (one: Mine) => ShiftView, now: Date) {
  const current = open.map((one) => ({ one, view: present(one) }))
  return {
    now: current.filter(({ one, view }) => isNow(one, view, now)).map(({ view }) => view),
    upcoming: current
      .filter(({ one }) => checkInWindow(one.shift).opensAt > now)
      .map(({ view }) => view),
  }
}

export type ShiftView = ReturnType<Awaited<ReturnType<typeof presenter>>>

function isNow({ shift }: Mine, { attendance }: ShiftView, now: Date): boolean {
  const { opensAt, closesAt } = checkInWindow(shift)
  if (opensAt > now) return false
  return closesAt >= now || (attendance !== null && attendance.checkedOutAt === null)
}

async function presenter(
  db: Db,
  villageId: string,
  personId: string,
  shifts: readonly Mine[],
  now: Date,
) {
  const ids = shifts.map(({ shift }) => shift.shiftId)
  const posts = shifts.flatMap(({ shift }) => shift.postSubjectId ?? [])
  const subjects = await readSubjects(db, villageId, [...new Set(posts)])
  const attendances = new Map(
    (await selectAttendances(db, villageId, ids, personId)).map((one) => [one.shiftId, one]),
  )
  return ({ shift, activity, state }: Mine) => {
    const attendance = attendances.get(shift.shiftId)
    const { opensAt, closesAt } = checkInWindow(shift)
    const canStill = state === 'confirmed' && !attendance && activity.state === 'approved'
    return {
      shiftId: shift.shiftId,
      activityId: activity.activityId,
      title: activity.title,
      place: activity.place,
      postLabel: subjects.get(shift.postSubjectId ?? '')?.label ?? null,
      startsAt: shift.startsAt.toISOString(),
      endsAt: shift.endsAt.toISOString(),
      state: state === 'waiting' ? ('waiting' as const) : ('confirmed' as const),
      checkIn: {
        opensAt: opensAt.toISOString(),
        closesAt: closesAt.toISOString(),
        isOpen: canStill && opensAt <= now && now <= closesAt,
      },
      attendance: attendance ? presentAttendance(shift, attendance) : null,
    }
  }
}

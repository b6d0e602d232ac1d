import type { Db } from '../../../platform/database/database.ts'
import type { ActivityState, ParticipationTables } from '../ground/tables.ts'

const tables = (db: Db) => db.withTables<ParticipationTables>()

export interface Activity {
  readonly activityId: string
  readonly title: string
  readonly description: string
  readonly place: string
  readonly itemRef: string
  readonly initiatorId: string
  readonly leaderId: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly signUpClosesAt: Date
  readonly state: ActivityState
  readonly proposedAt: Date
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  readonly decisionWords: string | null
  /** When it was closed or cancelled. */
  readonly closedAt: Date | null
}

export interface Shift {
  readonly shiftId: string
  readonly activityId: string
  /** Null: at the activity's own place. */
  readonly postSubjectId: string | null
  readonly startsAt: Date
  readonly endsAt: Date
  readonly quota: number
  /** Circumstances of the item that hold for the whole shift, whatever the clock says. */
  readonly circumstances: readonly string[]
}

export async function insertActivity(db: Db, villageId: string, activity: Activity): Promise<void> {
  await tables(db)
    .insertInto('activity')
    .values({ village_id: villageId, activity_id: activity.activityId, ...toColumns(activity) })
    .execute()
}

export async function updateActivity(db: Db, villageId: string, activity: Activity): Promise<void> {
  await tables(db)
    .updateTable('activity')
    .set(toColumns(activity))
    .where('village_id', '=', villageId)
    .where('activity_id', '=', activity.activityId)
    .execute()
}

/** The activity, held so that nothing else happens to it or to its shifts until the commit. */
export async function lockActivity(
  db: Db,
  villageId: string,
  activityId: string,
): Promise<Activity | null> {
  const row = await activityQuery(db, villageId, activityId).forUpdate().executeTakeFirst()
  return row ? toActivity(row) : null
}

export async function selectActivity(
  db: Db,
  villageId: string,
  activityId: string,
): Promise<Activity | null> {
  const row = await activityQuery(db, villageId, activityId).executeTakeFirst()
  return row ? toActivity(row) : null
}

function activityQuery(db: Db, villageId: string, activityId: string) {
  return tables(db)
    .selectFrom('activity')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('activity_id', '=', activityId)
}

export async function insertShifts(
  db: Db,
  villageId: string,
  shifts: readonly Shift[],
): Promise<void> {
  await tables(db)
    .insertInto('shift')
    .values(
      shifts.map((shift) => ({
        village_id: villageId,
        shift_id: shift.shiftId,
        activity_id: shift.activityId,
        post_subject_id: shift.postSubjectId,
        starts_at: shift.startsAt,
        ends_at: shift.endsAt,
        quota: shift.quota,
        circumstances: [...shift.circumstances],
      })),
    )
    .execute()
}

/** Removes the shifts of a proposal that nobody could sign up for yet. */
export async function deleteShifts(db: Db, villageId: string, activityId: string): Promise<void> {
  await tables(db)
    .deleteFrom('shift')
    .where('village_id', '=', villageId)
    .where('activity_id', '=', activityId)
    .execute()
}

/** The activity's shifts by time and post. */
export async function selectShifts(
  db: Db,
  villageId: string,
  activityId: string,
): Promise<Shift[]> {
  const rows = await tables(db)
    .selectFrom('shift')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('activity_id', '=', activityId)
    .orderBy('starts_at')
    .orderBy('shift_id')
    .execute()
  return rows.map(toShift)
}

export function toShift(row: ParticipationTables['shift']): Shift {
  return {
    shiftId: row.shift_id,
    activityId: row.activity_id,
    postSubjectId: row.post_subject_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    quota: row.quota,
    circumstances: row.circumstances,
  }
}

export function toActivity(row: ParticipationTables['activity']): Activity {
  return {
    activityId: row.activity_id,
    title: row.title,
    description: row.description,
    place: row.place,
    itemRef: row.item_ref,
    initiatorId: row.initiator_id,
    leaderId: row.leader_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    signUpClosesAt: row.sign_up_closes_at,
    state: row.state,
    proposedAt: row.proposed_at,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    decisionWords: row.decision_words,
    closedAt: row.closed_at,
  }
}

function toColumns(activity: Activity) {
  return {
    title: activity.title,
    description: activity.description,
    place: activity.place,
    item_ref: activity.itemRef,
    initiator_id: activity.initiatorId,
    leader_id: activity.leaderId,
    starts_at: activity.startsAt,
    ends_at: activity.endsAt,
    sign_up_closes_at: activity.signUpClosesAt,
    state: activity.state,
    proposed_at: activity.proposedAt,
    decided_by: activity.decidedBy,
    decided_at: activity.decidedAt,
    decision_words: activity.decisionWords,
    closed_at: activity.closedAt,
  }
}

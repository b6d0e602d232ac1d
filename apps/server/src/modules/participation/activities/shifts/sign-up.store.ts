import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import { toActivity, toShift, type Activity, type Shift } from '../activity.store.ts'
import type { ParticipationTables, SignUpState } from '../../ground/tables.ts'

const tables = (db: Db) => db.withTables<ParticipationTables>()

export interface ShiftOfActivity {
  readonly shift: Shift
  readonly activity: Activity
}

/**
 * A shift with its activity. 'places': held so that no one else takes or leaves a place in it
 * until the commit. 'activity': only the activity is kept from being closed or cancelled meanwhile.
 */
export async function lockShift(
  db: Db,
  villageId: string,
  shiftId: string,
  hold: 'places' | 'activity' | 'nothing',
): Promise<ShiftOfActivity | null> {
  let query = shiftQuery(db, villageId).where('shift.shift_id', '=', shiftId)
  if (hold !== 'nothing') query = query.forShare('activity')
  if (hold === 'places') query = query.forUpdate('shift')
  const row = await query.executeTakeFirst()
  return row ? toShiftOfActivity(row) : null
}

export function shiftQuery(db: Db, villageId: string) {
  return tables(db)
    .selectFrom('shift')
    .innerJoin('activity', (join) =>
      join
        .onRef('activity.village_id', '=', 'shift.village_id')
        .onRef('activity.activity_id', '=', 'shift.activity_id'),
    )
    .selectAll('activity')
    .select([
      'shift.shift_id',
      'shift.post_subject_id',
      'shift.starts_at as shift_starts_at',
      'shift.ends_at as shift_ends_at',
      'shift.quota',
      'shift.circumstances',
    ])
    .where('shift.village_id', '=', villageId)
}

export type ShiftOfActivityRow = ParticipationTables['activity'] & {
  shift_id: string
  post_subject_id: string | null
  shift_starts_at: Date
  shift_ends_at: Date
  quota: number
  circumstances: string[]
}

export function toShiftOfActivity(row: ShiftOfActivityRow): ShiftOfActivity {
  const { shift_starts_at: starts_at, shift_ends_at: ends_at } = row
  return { activity: toActivity(row), shift: toShift({ ...row, starts_at, ends_at }) }
}

/** Lets a person's sign-ups happen one after another, so that two that overlap cannot both pass. */
export async function lockSignUpsOf(db: Db, villageId: string, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sign-ups ${villageId} ${personId}`}, 0))`.execute(
    db,
  )
}

export interface SignUp {
  readonly shiftId: string
  readonly personId: string
  readonly state: SignUpState
  readonly signedUpAt: Date
}

export async function selectSignUp(
  db: Db,
  villageId: string,
  shiftId: string,
  personId: string,
): Promise<SignUp | null> {
  const row = await tables(db)
    .selectFrom('sign_up')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('shift_id', '=', shiftId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row ? toSignUp(row) : null
}

export interface Places {
  readonly confirmed: number
  readonly waiting: number
}

/** How many places are taken and how many wait, of each of these shifts that anyone signed up for. */
export async function countPlaces(
  db: Db,
  villageId: string,
  shiftIds: readonly string[],
): Promise<Map<string, Places>> {
  const rows = await tables(db)
    .selectFrom('sign_up')
    .select([
      'shift_id',
      sql<number>`count(*) filter (where state = 'confirmed')`.as('confirmed'),
      sql<number>`count(*) filter (where state = 'waiting')`.as('waiting'),
    ])
    .where('village_id', '=', villageId)
    .where(sql<boolean>`shift_id = any(${[...shiftIds]}::uuid[])`)
    .groupBy('shift_id')
    .execute()
  return new Map(
    rows.map((row) => [row.shift_id, { confirmed: row.confirmed, waiting: row.waiting }]),
  )
}

/** The sign-ups of a shift that hold a place or wait for one, in the order of signing up. */
export async function selectSignUps(
  db: Db,
  villageId: string,
  shiftIds: readonly string[],
): Promise<SignUp[]> {
  const rows = await tables(db)
    .selectFrom('sign_up')
    .selectAll()
    .where('village_id', '=', villageId)
    .where(sql<boolean>`shift_id = any(${[...shiftIds]}::uuid[])`)
    .where('state', '!=', 'withdrawn')
    .orderBy('signed_up_at')
    .orderBy('person_id')
    .execute()
  return rows.map(toSignUp)
}

/** Every place held or waited for in a shift that has not ended, by shift: the order to lock them in. */
export async function selectSignUpsToCome(db: Db, villageId: string, now: Date): Promise<SignUp[]> {
  const rows = await tables(db)
    .selectFrom('sign_up')
    .innerJoin('shift', (join) =>
      join
        .onRef('shift.village_id', '=', 'sign_up.village_id')
        .onRef('shift.shift_id', '=', 'sign_up.shift_id'),
    )
    .innerJoin('activity', (join) =>
      join
        .onRef('activity.village_id', '=', 'shift.village_id')
        .onRef('activity.activity_id', '=', 'shift.activity_id'),
    )
    .selectAll('sign_up')
    .where('sign_up.village_id', '=', villageId)
    .where('sign_up.state', '!=', 'withdrawn')
    .where('activity.state', '=', 'approved')
    .where('shift.ends_at', '>', now)
    .orderBy('sign_up.shift_id')
    .orderBy('sign_up.person_id')
    .execute()
  return rows.map(toSignUp)
}

/** The shifts still to end that a person holds a place in or waits for. */
export async function selectSignedUpShifts(
  db: Db,
  villageId: string,
  personId: string,
  endingAfter: Date,
): Promise<(ShiftOfActivity & { state: SignUpState })[]> {
  const rows = await shiftQuery(db, villageId)
    .innerJoin('sign_up', (join) =>
      join
        .onRef('sign_up.village_id', '=', 'shift.village_id')
        .onRef('sign_up.shift_id', '=', 'shift.shift_id'),
    )
    .select('sign_up.state as sign_up_state')
    .where('sign_up.village_id', '=', villageId)
    .where('sign_up.person_id', '=', personId)
    .where('sign_up.state', '!=', 'withdrawn')
    .where('activity.state', '=', 'approved')
    .where('shift.ends_at', '>', endingAfter)
    .orderBy('shift.starts_at')
    .orderBy('shift.shift_id')
    .execute()
  return rows.map((row) => ({ ...toShiftOfActivity(row), state: row.sign_up_state }))
}

/** Signs a person up, again if they had withdrawn: then they stand at the end of the line. */
export async function saveSignUp(
  db: Db,
  villageId: string,
  signUp: SignUp & { readonly changedAt: Date },
): Promise<void> {
  await tables(db)
    .insertInto('sign_up')
    .values({
      village_id: villageId,
      shift_id: signUp.shiftId,
      person_id: signUp.personId,
      state: signUp.state,
      signed_up_at: signUp.signedUpAt,
      changed_at: signUp.changedAt,
    })
    .onConflict((conflict) =>
      conflict.columns(['village_id', 'shift_id', 'person_id']).doUpdateSet({
        state: signUp.state,
        signed_up_at: signUp.signedUpAt,
        changed_at: signUp.changedAt,
      }),
    )
    .execute()
}

/** Gives a place to whoever has waited longest; the person, or null when nobody waits. */
export async function promoteFirstWaiting(
  db: Db,
  villageId: string,
  shiftId: string,
  now: Date,
): Promise<string | null> {
  const row = await tables(db)
    .updateTable('sign_up')
    .set({ state: 'confirmed', changed_at: now })
    .where('village_id', '=', villageId)
    .where('shift_id', '=', shiftId)
    .where('person_id', '=', (select) =>
      select
        .selectFrom('sign_up as first')
        .select('first.person_id')
        .where('first.village_id', '=', villageId)
        .where('first.shift_id', '=', shiftId)
        .where('first.state', '=', 'waiting')
        .orderBy('first.signed_up_at')
        .orderBy('first.person_id')
        .limit(1),
    )
    .returning('person_id')
    .executeTakeFirst()
  return row?.person_id ?? null
}

function toSignUp(row: ParticipationTables['sign_up']): SignUp {
  return {
    shiftId: row.shift_id,
    personId: row.person_id,
    state: row.state,
    signedUpAt: row.signed_up_at,
  }
}

import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import { toActivity, type Activity } from './activity.store.ts'
import type { ParticipationTables } from '../ground/tables.ts'

const MOST_ITEMS = 200

export interface Unscored {
  readonly personId: string
  readonly shiftId: string
  readonly startsAt: Date
}

export interface OpenWork extends Activity {
  /** Checked out without a score, whether or not the shift asks for one. */
  readonly unscored: readonly Unscored[]
  readonly present: number
}

/** Proposals that wait for the committee, soonest deadline first. */
export async function selectProposals(db: Db, villageId: string): Promise<Activity[]> {
  const rows = await db
    .withTables<ParticipationTables>()
    .selectFrom('activity')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('state', '=', 'proposed')
    .orderBy('sign_up_closes_at')
    .limit(MOST_ITEMS)
    .execute()
  return rows.map(toActivity)
}

/** Approved activities that have begun, with who has no score: of one leader, or of all (null). */
export async function selectOpenWork(
  db: Db,
  villageId: string,
  leaderId: string | null,
  now: Date,
): Promise<OpenWork[]> {
  const { rows } = await sql<
    ParticipationTables['activity'] & {
      unscored: { person_id: string; shift_id: string; starts_at: string }[]
      present: number
    }
  >`
    select a.*, coalesce(w.unscored, '[]') as unscored, w.present from activity a
    cross join lateral (
      select json_agg(json_build_object('person_id', t.person_id, 'shift_id', s.shift_id, 'starts_at', s.starts_at))
          filter (where t.checked_out_at is not null and t.leader_score is null) as unscored,
        count(*) filter (where t.checked_out_at is null) as present
      from shift s join attendance t on t.village_id = s.village_id and t.shift_id = s.shift_id
      where s.village_id = ${villageId} and s.activity_id = a.activity_id
    ) w
    where a.village_id = ${villageId} and a.state = 'approved' and a.starts_at <= ${now}
      and (${leaderId}::uuid is null or a.leader_id = ${leaderId}::uuid)
    order by a.ends_at limit ${MOST_ITEMS}`.execute(db)
  return rows.map((row) => ({
    ...toActivity(row),
    unscored: row.unscored.map((one) => ({
      personId: one.person_id,
      shiftId: one.shift_id,
      startsAt: new Date(one.starts_at),
    })),
    present: row.present,
  }))
}

/** The activities a person initiated or leads, oldest first. */
export async function selectActivitiesOf(
  db: Db,
  villageId: string,
  personId: string,
): Promise<Activity[]> {
  const rows = await db
    .withTables<ParticipationTables>()
    .selectFrom('activity')
    .selectAll()
    .where('village_id', '=', villageId)
    .where((where) =>
      where.or([where('initiator_id', '=', personId), where('leader_id', '=', personId)]),
    )
    .orderBy('starts_at')
    .orderBy('activity_id')
    .execute()
  return rows.map(toActivity)
}

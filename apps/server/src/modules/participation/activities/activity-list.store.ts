import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import {
  inOrder,
  isBeyond,
  markOf,
  term,
  type Listed,
  type ListOrders,
  type PageOrder,
} from '../../../platform/database/list-order.ts'
import { toActivity, type Activity } from './activity.store.ts'
import type { ParticipationTables } from '../ground/tables.ts'

export type ActivityScope = 'upcoming' | 'mine' | 'past' | 'proposed'

export interface ListedActivity extends Activity {
  readonly quota: number
  readonly taken: number
  /** Planned minutes of its longest shift. */
  readonly longestShiftMinutes: number
  /** The reader's own part in it; null for someone who only looks. */
  readonly mine: 'signed_up' | 'waiting' | 'leading' | null
}

interface ListedRow extends Readonly<ParticipationTables['activity']> {
  readonly total_quota: number
  readonly taken: number
  readonly longest: number
  readonly confirmed: boolean
  readonly waiting: boolean
}

export interface ActivityListing {
  readonly scope: ActivityScope
  /** Whose list it is; null for the public. */
  readonly readerId: string | null
  /** Whether proposals of others are shown too. */
  readonly seesProposals: boolean
  readonly now: Date
}

export const activityOrders = {
  by: {
    startsAt: [term('timestamptz', sql`a.starts_at`)],
    title: [term('text', sql`a.title collate "zh-x-icu"`)],
  },
  tie: term('uuid', sql`a.activity_id`),
} satisfies ListOrders<string>

/**
 * A page of activities, in an order.
 * Cancelled and refused ones are found among one's own only.
 */
export async function selectActivities(
  db: Db,
  villageId: string,
  listing: ActivityListing,
  order: PageOrder,
): Promise<Listed<ListedActivity>> {
  const { readerId } = listing
  const { rows } = await sql<ListedRow & { mark: string[] }>`
    select a.*, ${markOf(order)} as mark, coalesce(s.total_quota, 0) as total_quota, coalesce(s.longest, 0) as longest,
      coalesce(u.taken, 0) as taken, coalesce(u.confirmed, false) as confirmed, coalesce(u.waiting, false) as waiting
    from activity a
    left join lateral (
      select sum(quota) as total_quota, max(floor(extract(epoch from ends_at - starts_at) / 60))::int as longest
      from shift where village_id = ${villageId} and activity_id = a.activity_id
    ) s on true
    left join lateral (
      select count(*) filter (where p.state = 'confirmed') as taken,
        bool_or(p.state = 'confirmed' and p.person_id = ${readerId}::uuid) as confirmed,
        bool_or(p.state = 'waiting' and p.person_id = ${readerId}::uuid) as waiting
      from shift t join sign_up p on p.village_id = t.village_id and p.shift_id = t.shift_id
      where t.village_id = ${villageId} and t.activity_id = a.activity_id
    ) u on true
    where a.village_id = ${villageId} and ${within(villageId, listing)} and ${isBeyond(order)}
    order by ${inOrder(order)}
    limit ${order.limit}`.execute(db)
  return {
    rows: rows.map((row) => ({ ...toListed(row, readerId), mark: row.mark })),
    total: order.after === null ? await countWithin(db, villageId, listing) : null,
  }
}

async function countWithin(db: Db, villageId: string, listing: ActivityListing): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from activity a
    where a.village_id = ${villageId} and ${within(villageId, listing)}`.execute(db)
  return rows[0]?.count ?? 0
}

function within(villageId: string, listing: ActivityListing): RawBuilder<unknown> {
  const { scope, readerId, now, seesProposals } = listing
  switch (scope) {
    case 'upcoming':
      return sql`a.state = 'approved' and a.ends_at > ${now}`
    case 'past':
      return sql`a.state in ('approved', 'closed') and a.ends_at <= ${now}`
    case 'proposed':
      return seesProposals
        ? sql`a.state in ('proposed', 'sent_back')`
        : sql`a.state in ('proposed', 'sent_back') and a.initiator_id = ${readerId}::uuid`
    case 'mine':
      return sql`(a.initiator_id = ${readerId}::uuid or a.leader_id = ${readerId}::uuid or a.activity_id in (
        select t.activity_id from sign_up p join shift t on t.village_id = p.village_id and t.shift_id = p.shift_id
        where p.village_id = ${villageId} and p.person_id = ${readerId}::uuid and p.state <> 'withdrawn'))`
  }
}

function toListed(row: ListedRow, readerId: string | null): ListedActivity {
  const signedUp = row.confirmed ? 'signed_up' : row.waiting ? 'waiting' : null
  return {
    ...toActivity(row),
    quota: row.total_quota,
    taken: row.taken,
    longestShiftMinutes: row.longest,
    mine: row.leader_id === readerId ? 'leading' : signedUp,
  }
}

import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { isOwnHousehold, maySeeAward } from '../ground/policy.ts'
import { refuse } from '../ground/refusals.ts'
import type { ScoringTables } from '../ground/tables.ts'
import { entryDayOf } from './count-awards.ts'

/** Which record enters an award in the log. */
export interface AwardRecord {
  readonly personId: string
  /** Null while it waits to be counted together with others of its week. */
  readonly recordId: string | null
  /** When it was scored, or when that record was made. */
  readonly recordedAt: Date
  /** The civil day on which it enters then; null when it has its record. */
  readonly entersOn: string | null
  readonly isOwnHousehold: boolean
}

/** @throws Refusal 'unknown_award', 'award_not_yours' */
export async function readAwardRecord(db: Db, actor: Actor, awardId: string): Promise<AwardRecord> {
  const row = await db
    .withTables<ScoringTables>()
    .selectFrom('award')
    .select(['person_id', 'household_id', 'record_id', 'occurred_on', 'scored_at', 'entered_at'])
    .where('village_id', '=', actor.villageId)
    .where('award_id', '=', awardId)
    .executeTakeFirst()
  if (row === undefined) throw refuse('unknown_award')
  const belonging = { personId: row.person_id, householdId: row.household_id }
  if (!maySeeAward(actor, belonging)) throw refuse('award_not_yours')
  return {
    personId: row.person_id,
    recordId: row.record_id,
    recordedAt: row.entered_at ?? row.scored_at,
    entersOn: row.record_id === null ? entryDayOf(row.occurred_on) : null,
    isOwnHousehold: isOwnHousehold(actor, belonging),
  }
}

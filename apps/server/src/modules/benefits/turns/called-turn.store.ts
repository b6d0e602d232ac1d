import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'

/** Something that came to a holder and waits for an answer. */
export interface CalledTurn {
  readonly offerId: string
  /** Whose it is: the household, or the person (`holderOf`). */
  readonly holderId: string
  readonly householdId: string
  /** Who claimed. */
  readonly personId: string
  readonly place: number
  readonly quantity: number
  /** The last day for the answer. */
  readonly dueOn: string
  /** Of the share that is kept for protected households. */
  readonly isKept: boolean
}

export interface CalledAfter {
  readonly dueOn: string
  readonly offerId: string
  readonly holderId: string
}

/** What waits for an answer in every queue, by the last day for it; what rests for an objection does not. */
export async function selectCalledTurns(
  db: Db,
  villageId: string,
  page: { readonly after: CalledAfter | null; readonly limit: number; readonly withKept: boolean },
): Promise<CalledTurn[]> {
  const { dueOn, offerId, holderId } = page.after ?? { dueOn: null, offerId: null, holderId: null }
  const { rows } = await sql<CalledTurn>`
    SELECT called.offer_id AS "offerId", called.holder_id AS "holderId",
      called.household_id AS "householdId", claim.person_id AS "personId", turn.place,
      called.given_quantity AS quantity, called.due_on AS "dueOn", called.is_kept AS "isKept"
    FROM (
      SELECT village_id, offer_id, holder_id, household_id, given_quantity, due_on, false AS is_kept
      FROM offer_turn WHERE village_id = ${villageId} AND state = 'called' AND NOT is_disputed
      UNION ALL
      SELECT village_id, offer_id, holder_id, household_id, given_quantity, due_on, true
      FROM kept_turn WHERE village_id = ${villageId} AND state = 'called' AND ${page.withKept}
    ) AS called
    JOIN offer_claim AS claim USING (village_id, offer_id, holder_id)
    JOIN offer_turn AS turn USING (village_id, offer_id, holder_id)
    WHERE ${dueOn}::date IS NULL OR (called.due_on, called.offer_id, called.holder_id)
      > (${dueOn}::date, ${offerId}::uuid, ${holderId}::uuid)
    ORDER BY called.due_on, called.offer_id, called.holder_id
    LIMIT ${page.limit}`.execute(db)
  return rows
}

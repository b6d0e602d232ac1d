import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { QueueStep } from './settle-queue.ts'

/** What is to be done with an offer: its name, as `runQueues` knows it. */
export type DueStep = 'announce' | 'draw' | QueueStep

export interface DueOffer {
  readonly offerId: string
  readonly step: DueStep
  /** Of an offer to be drawn: the record whose checkpoint is the seed. */
  readonly announcedRecordId: string | null
}

/**
 * Offers for which something is due, those that closed first. Asked every minute: a queue in which
 * nothing is due costs a look at indexes, however long it is, and no command.
 */
export async function selectDueOffers(
  db: Db,
  villageId: string,
  at: {
    readonly now: Date
    /** Turns whose last day lies before it are over. */
    readonly today: string
    /** What ended before can be objected to no more. */
    readonly objectedSince: Date
  },
): Promise<DueOffer[]> {
  const { now, today, objectedSince } = at
  const { rows } = await sql<DueOffer>`
    SELECT offer_id AS "offerId", step, announced_record_id AS "announcedRecordId" FROM (
      SELECT offer.*, CASE
        WHEN state = 'published' AND closes_at <= ${now} THEN 'announce'
        WHEN state = 'announced' THEN 'draw'
        WHEN state = 'drawn' AND EXISTS (
          SELECT FROM offer_turn AS turn WHERE turn.village_id = offer.village_id
            AND turn.offer_id = offer.offer_id AND turn.state = 'called' AND NOT is_disputed
            AND due_on < ${today}::date
        ) THEN 'lapse'
        WHEN state = 'drawn' AND drawn_at < ${objectedSince} AND NOT EXISTS (
          SELECT FROM offer_turn AS turn WHERE turn.village_id = offer.village_id
            AND turn.offer_id = offer.offer_id AND turn.state = 'called'
        ) AND NOT EXISTS (
          SELECT FROM offer_turn AS turn WHERE turn.village_id = offer.village_id
            AND turn.offer_id = offer.offer_id AND is_disputed
        ) AND NOT EXISTS (
          SELECT FROM offer_turn AS turn WHERE turn.village_id = offer.village_id
            AND turn.offer_id = offer.offer_id AND ended_at >= ${objectedSince}
        ) THEN 'settle'
        WHEN state = 'settled' AND EXISTS (
          SELECT FROM kept_turn AS kept WHERE kept.village_id = offer.village_id
            AND kept.offer_id = offer.offer_id AND kept.state = 'called' AND due_on < ${today}::date
        ) THEN 'lapse_kept'
        WHEN state = 'settled' AND NOT EXISTS (
          SELECT FROM kept_turn AS kept WHERE kept.village_id = offer.village_id
            AND kept.offer_id = offer.offer_id AND kept.state = 'called'
        ) THEN 'settle_kept'
      END AS step
      FROM offer WHERE village_id = ${villageId} AND (state IN ('published', 'announced', 'drawn')
        OR (state = 'settled' AND kept_settled_at IS NULL))
    ) AS running
    WHERE step IS NOT NULL
    ORDER BY closes_at, offer_id`.execute(db)
  return rows
}

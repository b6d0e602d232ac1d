import type { Actor } from '../../../../platform/actor.ts'
import type { Db } from '../../../../platform/database/database.ts'
import type { LookReason, MarketTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<MarketTables>()

export interface Look {
  readonly why: LookReason
  readonly lookedAt: Date
}

/** Notes that somebody of the village read the whole telephones of these customers, for them to see. */
export async function noteLooks(
  db: Db,
  { villageId, personId }: Pick<Actor, 'villageId' | 'personId'>,
  customerIds: readonly string[],
  { why, at, newId }: { readonly why: LookReason; readonly at: Date; readonly newId: () => string },
): Promise<void> {
  const seen = [...new Set(customerIds)]
  if (seen.length === 0) return
  await tables(db)
    .insertInto('market_look')
    .values(
      seen.map((customerId) => ({
        village_id: villageId,
        customer_id: customerId,
        look_id: newId(),
        viewer_id: personId,
        why,
        looked_at: at,
      })),
    )
    .execute()
}

/** The latest first. */
export async function selectLooks(
  db: Db,
  villageId: string,
  customerId: string,
  limit: number,
): Promise<readonly Look[]> {
  const rows = await tables(db)
    .selectFrom('market_look')
    .select(['why', 'looked_at'])
    .where('village_id', '=', villageId)
    .where('customer_id', '=', customerId)
    .orderBy('look_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ why, looked_at }) => ({ why, lookedAt: looked_at }))
}

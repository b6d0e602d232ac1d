import type { Db } from '../../../platform/database/database.ts'
import type { BenefitsTables, KeptState } from '../tables.ts'

const tables = (db: Db) => db.withTables<BenefitsTables>()

/** What comes to a protected household from the share that is kept. */
export interface KeptTurn {
  readonly offerId: string
  readonly holderId: string
  readonly householdId: string
  readonly givenQuantity: number
  readonly state: KeptState
  readonly dueOn: string
  /** The cadre who entered the answer; null: they themselves, or nobody yet. */
  readonly enteredBy: string | null
}

export async function selectKeptTurns(
  db: Db,
  villageId: string,
  offerId: string,
): Promise<Map<string, KeptTurn>> {
  const rows = await keptQuery(db, villageId).where('offer_id', '=', offerId).execute()
  return new Map(rows.map((row) => [row.holder_id, toKept(row)]))
}

/** That of these holders, of whom the offer's kind makes one the holder. */
export async function selectKeptTurn(
  db: Db,
  villageId: string,
  offerId: string,
  holderIds: readonly string[],
): Promise<KeptTurn | null> {
  const row = await keptQuery(db, villageId)
    .where('offer_id', '=', offerId)
    .where('holder_id', 'in', holderIds)
    .executeTakeFirst()
  return row ? toKept(row) : null
}

/** Those of these holders, by offer. */
export async function selectKeptTurnsOf(
  db: Db,
  villageId: string,
  holderIds: readonly string[],
): Promise<Map<string, KeptTurn>> {
  const rows = await keptQuery(db, villageId).where('holder_id', 'in', holderIds).execute()
  return new Map(rows.map((row) => [row.offer_id, toKept(row)]))
}

export async function saveKeptTurn(
  db: Db,
  villageId: string,
  { offerId, holderId, householdId, givenQuantity, state, dueOn, enteredBy }: KeptTurn,
  endedAt: Date | null,
): Promise<void> {
  const changed = {
    given_quantity: givenQuantity,
    state,
    due_on: dueOn,
    ended_at: endedAt,
    entered_by: enteredBy,
  }
  await tables(db)
    .insertInto('kept_turn')
    .values({
      village_id: villageId,
      offer_id: offerId,
      holder_id: holderId,
      household_id: householdId,
      ...changed,
    })
    .onConflict((conflict) =>
      conflict.columns(['village_id', 'offer_id', 'holder_id']).doUpdateSet(changed),
    )
    .execute()
}

function keptQuery(db: Db, villageId: string) {
  return tables(db).selectFrom('kept_turn').selectAll().where('village_id', '=', villageId)
}

function toKept(row: BenefitsTables['kept_turn']): KeptTurn {
  return {
    offerId: row.offer_id,
    holderId: row.holder_id,
    householdId: row.household_id,
    givenQuantity: row.given_quantity,
    state: row.state,
    dueOn: row.due_on,
    enteredBy: row.entered_by,
  }
}

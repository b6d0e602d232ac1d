import type { Db } from '../../../platform/database/database.ts'
import type { BenefitsTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<BenefitsTables>()

/** What somebody says against a turn, and how it ended. */
export interface TurnObjection {
  readonly objectionId: string
  readonly offerId: string
  /** Whose turn it is about, of which household, and who claimed it. */
  readonly holderId: string
  readonly householdId: string
  readonly claimerId: string
  readonly objectorId: string
  readonly objectorHouseholdId: string
  /** The cadres who entered the claim, or the answer to the turn, for its household. */
  readonly enteredBy: readonly string[]
  readonly words: string | null
  readonly raisedAt: Date
  readonly dueOn: string
  readonly outcome: 'upheld' | 'dismissed' | null
  readonly reasons: string | null
  readonly decidedAt: Date | null
  /** When supervisors and the town were told that its last day is over. */
  readonly escalatedAt: Date | null
}

export async function insertTurnObjection(
  db: Db,
  villageId: string,
  row: Omit<TurnObjection, 'enteredBy' | 'outcome' | 'reasons' | 'decidedAt' | 'escalatedAt'>,
): Promise<void> {
  await tables(db)
    .insertInto('turn_objection')
    .values({
      village_id: villageId,
      objection_id: row.objectionId,
      offer_id: row.offerId,
      holder_id: row.holderId,
      household_id: row.householdId,
      claimer_id: row.claimerId,
      objector_id: row.objectorId,
      objector_household_id: row.objectorHouseholdId,
      words: row.words,
      raised_at: row.raisedAt,
      due_on: row.dueOn,
    })
    .execute()
}

export async function selectTurnObjection(
  db: Db,
  villageId: string,
  objectionId: string,
): Promise<TurnObjection | null> {
  const row = await objectionQuery(db, villageId)
    .where('objection_id', '=', objectionId)
    .executeTakeFirst()
  return row ? toObjection(row) : null
}

/** All to turns of one queue, oldest first. */
export async function selectTurnObjections(
  db: Db,
  villageId: string,
  offerId: string,
): Promise<TurnObjection[]> {
  const rows = await objectionQuery(db, villageId)
    .where('turn_objection.offer_id', '=', offerId)
    .orderBy('raised_at')
    .orderBy('objection_id')
    .execute()
  return rows.map(toObjection)
}

/** By somebody, or to a turn that they claimed, oldest first. */
export async function selectTurnObjectionsOf(
  db: Db,
  villageId: string,
  personId: string,
): Promise<TurnObjection[]> {
  const rows = await objectionQuery(db, villageId)
    .where((row) => row.or([row('objector_id', '=', personId), row('claimer_id', '=', personId)]))
    .orderBy('raised_at')
    .orderBy('objection_id')
    .execute()
  return rows.map(toObjection)
}

export async function selectOpenTurnObjections(
  db: Db,
  villageId: string,
): Promise<TurnObjection[]> {
  const rows = await objectionQuery(db, villageId)
    .where('turn_objection.outcome', 'is', null)
    .orderBy('turn_objection.due_on')
    .orderBy('objection_id')
    .execute()
  return rows.map(toObjection)
}

export async function markTurnDecided(
  db: Db,
  villageId: string,
  objectionId: string,
  how: {
    readonly outcome: 'upheld' | 'dismissed'
    readonly by: string
    readonly at: Date
    readonly reasons: string
  },
): Promise<void> {
  await tables(db)
    .updateTable('turn_objection')
    .set({
      outcome: how.outcome,
      decided_by: how.by,
      decided_at: how.at,
      reasons: how.reasons,
    })
    .where('village_id', '=', villageId)
    .where('objection_id', '=', objectionId)
    .execute()
}

function objectionQuery(db: Db, villageId: string) {
  return tables(db)
    .selectFrom('turn_objection')
    .innerJoin('offer_claim', (join) =>
      join
        .onRef('offer_claim.village_id', '=', 'turn_objection.village_id')
        .onRef('offer_claim.offer_id', '=', 'turn_objection.offer_id')
        .onRef('offer_claim.holder_id', '=', 'turn_objection.holder_id'),
    )
    .innerJoin('offer_turn', (join) =>
      join
        .onRef('offer_turn.village_id', '=', 'turn_objection.village_id')
        .onRef('offer_turn.offer_id', '=', 'turn_objection.offer_id')
        .onRef('offer_turn.holder_id', '=', 'turn_objection.holder_id'),
    )
    .selectAll('turn_objection')
    .select([
      'offer_claim.entered_by as claim_entered_by',
      'offer_turn.entered_by as answer_entered_by',
    ])
    .where('turn_objection.village_id', '=', villageId)
}

type Row = BenefitsTables['turn_objection'] & {
  readonly claim_entered_by: string | null
  readonly answer_entered_by: string | null
}

function toObjection(row: Row): TurnObjection {
  return {
    objectionId: row.objection_id,
    offerId: row.offer_id,
    holderId: row.holder_id,
    householdId: row.household_id,
    claimerId: row.claimer_id,
    objectorId: row.objector_id,
    objectorHouseholdId: row.objector_household_id,
    enteredBy: [row.claim_entered_by ?? [], row.answer_entered_by ?? []].flat(),
    words: row.words,
    raisedAt: row.raised_at,
    dueOn: row.due_on,
    outcome: row.outcome,
    reasons: row.reasons,
    decidedAt: row.decided_at,
    escalatedAt: row.escalated_at,
  }
}

import type { Db } from '../../../platform/database/database.ts'
import type { Proposal } from '../second-person/second-person.ts'
import type { CommunityTables, Departure } from '../tables.ts'

const tables = (db: Db) => db.withTables<CommunityTables>()

export type Removal = Departure | 'erased' | 'moved_in'

export interface RemovalProposal extends Proposal {
  readonly personId: string
  readonly removal: Removal
  readonly reason: string
  /** Where the person would live; of 'moved_in' only. */
  readonly toHouseholdId: string | null
}

/** The removals that wait for a second person since an instant, the oldest first; of one person, or of all (null). */
export async function selectProposals(
  db: Db,
  villageId: string,
  personId: string | null,
  since: Date,
): Promise<RemovalProposal[]> {
  let query = tables(db)
    .selectFrom('removal_proposal')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('proposed_at', '>', since)
  if (personId !== null) query = query.where('person_id', '=', personId)
  const rows = await query.orderBy('proposed_at').orderBy('person_id').execute()
  return rows.map((row) => ({
    personId: row.person_id,
    removal: row.removal,
    reason: row.reason,
    toHouseholdId: row.household_id,
    proposedBy: row.proposed_by,
    proposerHouseholdId: row.proposer_household_id,
    proposedAt: row.proposed_at,
  }))
}

/** False when one waits for this person already. */
export async function insertProposal(
  db: Db,
  villageId: string,
  proposal: RemovalProposal,
): Promise<boolean> {
  const result = await tables(db)
    .insertInto('removal_proposal')
    .values({
      village_id: villageId,
      person_id: proposal.personId,
      removal: proposal.removal,
      reason: proposal.reason,
      household_id: proposal.toHouseholdId,
      proposed_by: proposal.proposedBy,
      proposer_household_id: proposal.proposerHouseholdId,
      proposed_at: proposal.proposedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function deleteProposal(db: Db, villageId: string, personId: string): Promise<void> {
  await tables(db)
    .deleteFrom('removal_proposal')
    .where('village_id', '=', villageId)
    .where('person_id', '=', personId)
    .execute()
}

export async function deleteProposalsBefore(
  db: Db,
  villageId: string,
  before: Date,
): Promise<void> {
  await tables(db)
    .deleteFrom('removal_proposal')
    .where('village_id', '=', villageId)
    .where('proposed_at', '<=', before)
    .execute()
}

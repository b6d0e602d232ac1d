import type { Db } from '../../../../platform/database/database.ts'
import type { PayoutAccount } from '../../../money/index.ts'
import type { VoucherTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<VoucherTables>()

/** Where a merchant is to have its money sent, once a second person has confirmed it. */
export interface AccountChange {
  readonly changeId: string
  readonly merchantId: string
  readonly account: PayoutAccount
  readonly proposedBy: string
  readonly proposerHouseholdId: string | null
  readonly proposedAt: Date
}

/** Puts a change in the place of one that waits. The caller holds the merchant. */
export async function replaceAccountChange(
  db: Db,
  villageId: string,
  change: AccountChange,
): Promise<void> {
  const { account } = change
  await deleteAccountChange(db, villageId, change.merchantId)
  await tables(db)
    .insertInto('merchant_account_change')
    .values({
      village_id: villageId,
      merchant_id: change.merchantId,
      change_id: change.changeId,
      holder_name: account.holderName,
      bank_name: account.bankName,
      account_number: account.accountNumber,
      proposed_by: change.proposedBy,
      proposer_household_id: change.proposerHouseholdId,
      proposed_at: change.proposedAt,
    })
    .execute()
}

export async function deleteAccountChange(
  db: Db,
  villageId: string,
  merchantId: string,
): Promise<void> {
  await tables(db)
    .deleteFrom('merchant_account_change')
    .where('village_id', '=', villageId)
    .where('merchant_id', '=', merchantId)
    .execute()
}

/** What a person proposed: gone with the person. */
export async function deleteAccountChangesOf(
  db: Db,
  villageId: string,
  personId: string,
): Promise<void> {
  await tables(db)
    .deleteFrom('merchant_account_change')
    .where('village_id', '=', villageId)
    .where('proposed_by', '=', personId)
    .execute()
}

/** What waits, by merchant. */
export async function selectAccountChanges(
  db: Db,
  villageId: string,
): Promise<ReadonlyMap<string, AccountChange>> {
  const rows = await tables(db)
    .selectFrom('merchant_account_change')
    .selectAll()
    .where('village_id', '=', villageId)
    .orderBy('proposed_at')
    .execute()
  return new Map(
    rows.map((row) => [
      row.merchant_id,
      {
        changeId: row.change_id,
        merchantId: row.merchant_id,
        account: {
          holderName: row.holder_name,
          bankName: row.bank_name,
          accountNumber: row.account_number,
        },
        proposedBy: row.proposed_by,
        proposerHouseholdId: row.proposer_household_id,
        proposedAt: row.proposed_at,
      },
    ]),
  )
}

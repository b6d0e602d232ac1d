import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { Payee, PayeeKind } from '../money-accounts.ts'
import type { MoneyTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<MoneyTables>()

export interface PayoutAccount {
  readonly holderName: string
  readonly bankName: string
  readonly accountNumber: string
}

/** An account by its last four digits, which tell whose it is to who knows it. */
export function presentAccount({ holderName, bankName, accountNumber }: PayoutAccount) {
  return { holderName, bankName, accountEnds: accountNumber.slice(-4) }
}

/** Says where a payee's money is sent, in place of what was said before. */
export async function setPayoutAccount(
  db: Db,
  villageId: string,
  payee: Payee,
  account: PayoutAccount & { readonly saidBy: string; readonly saidAt: Date },
): Promise<void> {
  const said = {
    holder_name: account.holderName,
    bank_name: account.bankName,
    account_number: account.accountNumber,
    said_by: account.saidBy,
    said_at: account.saidAt,
  }
  await tables(db)
    .insertInto('payout_account')
    .values({ village_id: villageId, payee_kind: payee.kind, payee_id: payee.id, ...said })
    .onConflict((conflict) =>
      conflict.columns(['village_id', 'payee_kind', 'payee_id']).doUpdateSet(said),
    )
    .execute()
}

export async function deletePayoutAccount(db: Db, villageId: string, payee: Payee): Promise<void> {
  await tables(db)
    .deleteFrom('payout_account')
    .where('village_id', '=', villageId)
    .where('payee_kind', '=', payee.kind)
    .where('payee_id', '=', payee.id)
    .execute()
}

/** What a person said of accounts: gone with the person. */
export async function deletePayoutAccountsOf(
  db: Db,
  villageId: string,
  personId: string,
): Promise<void> {
  await tables(db)
    .deleteFrom('payout_account')
    .where('village_id', '=', villageId)
    .where('said_by', '=', personId)
    .execute()
}

/** Where payees of one kind have their money sent, by their id. */
export async function selectPayoutAccounts(
  db: Db,
  villageId: string,
  kind: PayeeKind,
  payeeIds: readonly string[],
): Promise<Map<string, PayoutAccount>> {
  const rows = await tables(db)
    .selectFrom('payout_account')
    .select(['payee_id', 'holder_name', 'bank_name', 'account_number'])
    .where('village_id', '=', villageId)
    .where('payee_kind', '=', kind)
    .where(sql<boolean>`payee_id = any(${[...payeeIds]}::text[])`)
    .execute()
  return new Map(
    rows.map((row) => [
      row.payee_id,
      {
        holderName: row.holder_name,
        bankName: row.bank_name,
        accountNumber: row.account_number,
      },
    ]),
  )
}

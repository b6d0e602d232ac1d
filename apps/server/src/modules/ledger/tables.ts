import type { ColumnType } from 'kysely'
import type { Kept, Overdraft } from './account-kinds.ts'

export type LedgerTables = {
  ledger_account: {
    village_id: string
    account_id: string
    unit: string
    owner_kind: string
    owner_id: string
    part: number
    kept: Kept
    overdraft: Overdraft
    balance: number
    opened_at: Date
  }
  transfer: {
    village_id: string
    transfer_id: string
    unit: string
    cause_kind: string
    cause_id: string
    corrects_transfer_id: string | null
    posted_at: Date
  }
  entry: {
    village_id: string
    transfer_id: string
    line: number
    unit: string
    account_id: string
    amount: number
    earner_id: string | null
  }
  wallet_spending: {
    village_id: string
    spending_id: string
    household_id: string
    points_hundredths: number
    spent_at: Date
    of_closing: boolean
    counted_at: ColumnType<Date | null, never, Date>
  }
}

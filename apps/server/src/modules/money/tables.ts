import type { ColumnType } from 'kysely'
import type { BudgetResolution } from './budgets/require-resolution.ts'
import type { PayeeKind } from './money-accounts.ts'

type AsJson<T> = ColumnType<T, string, string>

export type MoneyTables = {
  budget: {
    village_id: string
    budget_id: string
    name_zh: string
    name_en: string | null
    resolution: AsJson<BudgetResolution>
    most_fen: number
    opened_by: string
    opened_at: Date
    closed_by: string | null
    closed_at: Date | null
  }
  budget_reservation: {
    village_id: string
    reservation_id: string
    budget_id: string
    held_fen: number
    reserved_at: Date
  }
  budget_spending: {
    village_id: string
    spending_id: string
    budget_id: string
    amount_fen: number
    /** 'payments': to the payees of payment runs, which name them. */
    payee_kind: PayeeKind | 'payments'
    payee_id: string
    returns_spending_id: string | null
    spent_at: Date
  }
  payout_account: {
    village_id: string
    payee_kind: PayeeKind
    payee_id: string
    holder_name: string
    bank_name: string
    account_number: string
    said_by: string
    said_at: Date
  }
  payment_run: {
    village_id: string
    run_id: string
    means: 'bank' | 'cash'
    title: string
    title_en: string | null
    payment_count: number
    total_fen: number
    statement: Buffer
    statement_hash: Buffer
    corrects_run_id: string | null
    ordered_by: string
    ordered_at: Date
    settled_at: Date | null
  }
  payment: {
    village_id: string
    payment_id: string
    run_id: string
    line_no: number
    payee_kind: PayeeKind
    payee_id: string
    amount_fen: number
    cause_kind: string
    cause_id: string
    attempt: number
    state: 'pending' | 'paid' | 'failed'
    failure: string | null
    ended_at: Date | null
  }
}

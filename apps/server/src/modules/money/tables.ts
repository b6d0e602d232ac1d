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
    payee_kind: PayeeKind
    payee_id: string
    returns_spending_id: string | null
    spent_at: Date
  }
}

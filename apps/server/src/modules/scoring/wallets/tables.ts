import type { WalletPolicy } from '@azalea/scoring'
import type { ColumnType } from 'kysely'

export type ClosingState = 'announced' | 'closed' | 'called_off'

export type WalletTables = {
  wallet_closing: {
    village_id: string
    closing_id: string
    due_on: string
    closes_on: string
    sheet_hash: string
    policy: ColumnType<WalletPolicy, string, never>
    state: ClosingState
    announced_at: Date
    told_through: string | null
    is_told: boolean
    closed_through: string | null
    ended_at: Date | null
  }
  wallet_closed: {
    village_id: string
    closing_id: string
    household_id: string
    base_hundredths: number
    dropped_hundredths: number
    taken_hundredths: number
    late_hundredths: number
    closed_at: Date
  }
}

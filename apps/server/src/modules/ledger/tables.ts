export type LedgerTables = {
  ledger_account: {
    village_id: string
    account_id: string
    unit: 'honour' | 'wallet'
    owner_kind: 'household' | 'issuer'
    owner_id: string
    balance_hundredths: number | null
    opened_at: Date
  }
  transfer: {
    village_id: string
    transfer_id: string
    cause_kind: string
    cause_id: string
    corrects_transfer_id: string | null
    posted_at: Date
  }
  entry: {
    village_id: string
    transfer_id: string
    line: number
    account_id: string
    amount_hundredths: number
    earner_id: string | null
  }
}

export type VoucherKindState = 'proposed' | 'offered' | 'withdrawn'
export type VoucherState = 'issued' | 'spent' | 'expired'
export type Unspent = 'returned' | 'lapsed'
export type SettlementState = 'proposed' | 'confirmed' | 'dropped'

export type VoucherTables = {
  merchant: {
    village_id: string
    merchant_id: string
    name_zh: string
    name_en: string | null
    place: string
    entered_by: string
    entered_at: Date
    ended_at: Date | null
  }
  merchant_person: {
    village_id: string
    person_id: string
    merchant_id: string
    bound_by: string
    bound_at: Date
  }
  merchant_account_change: {
    village_id: string
    merchant_id: string
    change_id: string
    holder_name: string
    bank_name: string
    account_number: string
    proposed_by: string
    proposer_household_id: string | null
    proposed_at: Date
  }
  voucher_kind: {
    village_id: string
    voucher_kind_id: string
    name_zh: string
    name_en: string | null
    points_hundredths: number
    value_fen: number
    in_parts: boolean
    valid_days: number
    unspent: Unspent
    budget_id: string
    state: VoucherKindState
    proposed_by: string
    proposer_household_id: string | null
    proposed_at: Date
    confirmed_by: string | null
    confirmed_at: Date | null
    withdrawn_by: string | null
    withdrawn_at: Date | null
  }
  voucher_kind_merchant: { village_id: string; voucher_kind_id: string; merchant_id: string }
  voucher: {
    village_id: string
    voucher_id: string
    voucher_kind_id: string
    code_hash: string
    household_id: string
    person_id: string
    channel: 'app' | 'oral' | 'written'
    entered_by: string | null
    points_hundredths: number
    value_fen: number
    left_fen: number
    in_parts: boolean
    unspent: Unspent
    budget_id: string
    expires_on: string
    state: VoucherState
    issued_at: Date
    ended_at: Date | null
    returned_hundredths: number
  }
  voucher_redemption: {
    village_id: string
    redemption_id: string
    voucher_id: string
    merchant_id: string
    amount_fen: number
    left_fen: number
    month: string
    redeemed_by: string
    redeemed_at: Date
  }
  voucher_settlement: {
    village_id: string
    settlement_id: string
    month: string
    redemption_count: number
    total_fen: number
    terms_hash: Buffer
    state: SettlementState
    proposed_by: string
    proposer_household_id: string | null
    proposed_at: Date
    ended_by: string | null
    ended_at: Date | null
  }
  voucher_statement: {
    village_id: string
    settlement_id: string
    merchant_id: string
    amount_fen: number
    redemption_count: number
    run_id: string
    statement: Buffer
    statement_hash: Buffer
  }
}

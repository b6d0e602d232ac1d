import type { HarvestGrade, PriceUnit } from '@azalea/produce-rules'

export const spoken = ['nothing', 'serial', 'bluetooth'] as const
/** How a scale tells its weight: not at all (it is read and typed), by a serial line, by Bluetooth. */
export type Spoken = (typeof spoken)[number]
export const weighedHow = ['typed', 'serial', 'bluetooth'] as const
export type WeighedHow = (typeof weighedHow)[number]
export const refusedBecause = ['wet', 'damaged', 'pests', 'mixed', 'other_crop', 'too_old'] as const
export type RefusedBecause = (typeof refusedBecause)[number]
export type DisputeCause = 'grower' | 'office' | 'scale'
export type DisputeOutcome = 'upheld' | 'dismissed'
export const settlementStates = ['proposed', 'confirmed', 'dropped'] as const
export type SettlementState = (typeof settlementStates)[number]

export type RoundTables = {
  buying_round: {
    village_id: string
    round_id: string
    crop: string
    price_unit: PriceUnit
    collection_point: string
    begins_at: Date
    ends_at: Date
    minutes_each: number
    budget_id: string
    item_ref: string | null
    opened_by: string
    opened_at: Date
    closed_by: string | null
    closed_at: Date | null
  }
  round_grade: { village_id: string; round_id: string; grade: HarvestGrade; fen: number }
  round_deduction: {
    village_id: string
    round_id: string
    line: number
    name_zh: string
    name_en: string | null
    permille: number | null
    fen_each: number | null
  }
  round_slot: {
    village_id: string
    round_id: string
    household_id: string
    place: number
    taken_grams: number
    comes_at: Date
  }
  scale: {
    village_id: string
    scale_id: string
    name: string
    speaks: Spoken
    line: string | null
    tolerance_grams: number
    entered_by: string
    entered_at: Date
  }
  scale_check: {
    village_id: string
    check_id: string
    scale_id: string
    test_grams: number
    read_grams: number
    outcome: 'passed' | 'failed'
    checked_by: string
    checked_at: Date
  }
  scale_reading: {
    village_id: string
    reading_id: string
    scale_id: string
    grams: number
    read_by: string
    read_at: Date
  }
  weigh_in: {
    village_id: string
    weigh_in_id: string
    round_id: string
    household_id: string
    grower_id: string
    harvest_id: string
    plot_id: string
    scale_id: string
    weighed_how: WeighedHow
    grade: HarvestGrade
    gross_grams: number
    tare_grams: number
    net_grams: number
    photo_file_id: string
    outcome: 'accepted' | 'refused'
    because: RefusedBecause | null
    lot_id: string | null
    lot_number: string | null
    replaces_id: string | null
    reading_id: string | null
    weighed_by: string
    weighed_at: Date
    voided_at: Date | null
  }
  weigh_in_dispute: {
    village_id: string
    weigh_in_id: string
    cause: DisputeCause
    disputed_by: string
    words: string | null
    disputed_at: Date
    due_on: string
    outcome: DisputeOutcome | null
    reasons: string | null
    decided_by: string | null
    decided_at: Date | null
  }
  round_settlement: {
    village_id: string
    settlement_id: string
    round_id: string
    settlement_no: number
    grower_count: number
    weigh_in_count: number
    net_fen: number
    paid_fen: number
    terms_hash: Buffer
    state: SettlementState
    proposed_by: string
    proposer_household_id: string | null
    proposed_at: Date
    ended_by: string | null
    ended_at: Date | null
  }
  grower_statement: {
    village_id: string
    settlement_id: string
    household_id: string
    line_no: number
    net_fen: number
    carried_fen: number
    paid_fen: number
    run_id: string | null
    statement: Buffer
    statement_hash: Buffer
  }
}

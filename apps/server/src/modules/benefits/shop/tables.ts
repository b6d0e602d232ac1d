import type { Channel } from '../tables.ts'

export type PurchaseState = 'reserved' | 'handed' | 'fetched' | 'cancelled' | 'lapsed'
export type StockMoveState = 'proposed' | 'signed' | 'refused'
export type StockReason = 'counted' | 'spoiled' | 'expired'

export type ShopTables = {
  shop: { village_id: string; budget_id: string; chosen_by: string; chosen_at: Date }
  shop_opening: {
    village_id: string
    opening_id: string
    opens_at: Date
    closes_at: Date
    announced_by: string
    announced_at: Date
    cancelled_at: Date | null
  }
  stock_lot: {
    village_id: string
    lot_id: string
    good_ref: string
    entered_quantity: number
    left_quantity: number
    unit_cost_fen: number
    expires_on: string | null
    entered_by: string
    entered_at: Date
  }
  purchase: {
    village_id: string
    purchase_id: string
    household_id: string
    household_code: string
    person_id: string
    channel: Channel
    entered_by: string | null
    good_ref: string
    name_zh: string
    name_en: string
    unit_zh: string
    unit_en: string
    quantity: number
    unit_points_hundredths: number
    cost_fen: number
    return_days: number
    state: PurchaseState
    reserved_at: Date
    fetch_until: Date
    handed_by: string | null
    handed_at: Date | null
    signed_by: string | null
    fetched_at: Date | null
    ended_at: Date | null
    returned_quantity: number
    returned_at: Date | null
    returned_to: string | null
  }
  purchase_lot: {
    village_id: string
    purchase_id: string
    lot_id: string
    quantity: number
    back_quantity: number
  }
  stock_move: {
    village_id: string
    move_id: string
    lot_id: string
    quantity: number
    why: StockReason
    words: string | null
    proposed_by: string
    proposed_at: Date
    state: StockMoveState
    decided_by: string | null
    decided_at: Date | null
  }
}

/** Why somebody of the village read a customer's whole telephone. */
export const lookReasons = ['recall', 'delivery'] as const
export type LookReason = (typeof lookReasons)[number]

export const pointKinds = ['pick_up', 'delivery'] as const
export type PointKind = (typeof pointKinds)[number]

export const orderStates = [
  'reserved',
  'paid',
  'handed_over',
  'cancelled',
  'lapsed',
  'refunded',
] as const
export type OrderState = (typeof orderStates)[number]

/** How it was ordered: packs on the web or on the spot, or a share of what is adopted. */
export const channels = ['online', 'till', 'adoption'] as const

export type PaymentState = 'pending' | 'paid' | 'failed' | 'closed'
export const refundReasons = ['cancelled', 'missing', 'recalled', 'late', 'harvest_failed'] as const
export type RefundReason = (typeof refundReasons)[number]
export type RefundState = 'pending' | 'done' | 'failed'

export type MarketTables = {
  market_product: {
    village_id: string
    product_id: string
    name_zh: string
    name_en: string | null
    crop: string
    net_grams: number
    price_fen: number
    proposed_by: string
    proposer_household_id: string | null
    proposed_at: Date
    confirmed_by: string | null
    confirmed_at: Date | null
    withdrawn_by: string | null
    withdrawn_at: Date | null
  }
  market_point: {
    village_id: string
    point_id: string
    kind: PointKind
    name: string
    place: string
    opened_by: string
    opened_at: Date
    closed_at: Date | null
  }
  market_slot: {
    village_id: string
    slot_id: string
    point_id: string
    orders_until: Date
    starts_at: Date
    ends_at: Date
    capacity: number
    taken: number
    opened_by: string
    opened_at: Date
  }
  market_look: {
    village_id: string
    customer_id: string
    look_id: string
    viewer_id: string
    why: LookReason
    looked_at: Date
  }
  market_customer: {
    village_id: string
    customer_id: string
    phone_hash: string | null
    phone: string | null
    name: string | null
    address: string | null
    first_at: Date
    last_at: Date
    forgotten_at: Date | null
  }
  market_session: {
    village_id: string
    session_hash: string
    customer_id: string
    expires_at: Date
  }
  market_code_request: {
    village_id: string
    address_hash: string
    requested_at: Date
    request_id: string
  }
  market_order: {
    village_id: string
    order_id: string
    number: string
    code: string
    channel: (typeof channels)[number]
    state: OrderState
    customer_id: string | null
    slot_id: string | null
    name: string | null
    address: string | null
    address_hash: string | null
    total_fen: number
    placed_at: Date
    pay_by: Date | null
    paid_at: Date | null
    ended_at: Date | null
    ended_by: string | null
  }
  market_order_pack: {
    village_id: string
    order_id: string
    pack_id: string
    product_id: string
    price_fen: number
    is_missing: boolean
    released_at: Date | null
  }
  market_payment: {
    village_id: string
    payment_id: string
    number: string
    order_id: string
    provider: string
    state: PaymentState
    amount_fen: number
    transaction_id: string | null
    opened_at: Date
    asked_at: Date | null
    ended_at: Date | null
  }
  market_refund: {
    village_id: string
    refund_id: string
    number: string
    order_id: string
    payment_id: string
    amount_fen: number
    because: RefundReason
    state: RefundState
    opened_at: Date
    ended_at: Date | null
  }
}

import type { LossReason } from '@azalea/produce-rules'

export type PackTables = {
  packing: {
    village_id: string
    packing_id: string
    number: string
    crop: string
    pack_count: number
    loss_grams: number
    loss_because: LossReason | null
    best_before: string | null
    packed_by: string
    packed_at: Date
  }
  packing_lot: { village_id: string; packing_id: string; lot_id: string; grams: number }
  pack: {
    village_id: string
    pack_id: string
    packing_id: string
    serial: number
    net_grams: number
    gtin: string | null
  }
  company_prefix: {
    village_id: string
    company_prefix_id: string
    prefix: string
    entered_by: string
    entered_at: Date
  }
  trade_item: {
    village_id: string
    trade_item_id: string
    gtin: string
    crop: string
    net_grams: number
    entered_by: string
    entered_at: Date
    ended_by: string | null
    ended_at: Date | null
  }
  gtin_directory: { gtin: string; village_id: string }
}

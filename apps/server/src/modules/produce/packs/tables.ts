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
  }
}

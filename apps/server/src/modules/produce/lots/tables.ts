import type { HarvestGrade } from '@azalea/produce-rules'

export const lotOrigins = ['weigh_in', 'brought'] as const
export type LotOrigin = (typeof lotOrigins)[number]

export const reaches = ['pack', 'lot', 'plot', 'product', 'substance'] as const
export type Reach = (typeof reaches)[number]

export type LotTables = {
  harvest_lot: {
    village_id: string
    lot_id: string
    number: string
    harvest_id: string
    plot_id: string
    crop: string
    harvested_on: string
    origin: LotOrigin
    weigh_in_id: string | null
    grade: HarvestGrade
    grams: number
    left_grams: number
    grower_id: string
    household_id: string
    opened_by: string
    opened_at: Date
  }
  lot_correction: {
    village_id: string
    correction_id: string
    lot_id: string
    weigh_in_id: string
    grade: HarvestGrade
    grams: number
    grade_before: HarvestGrade
    grams_before: number
    corrected_by: string
    corrected_at: Date
  }
  hold: {
    village_id: string
    hold_id: string
    reach: Reach
    pack_id: string | null
    lot_id: string | null
    plot_id: string | null
    named: string | null
    because: string
    placed_by: string
    placed_at: Date
    lift_because: string | null
    proposed_by: string | null
    proposer_household_id: string | null
    proposed_at: Date | null
    lifted_by: string | null
    lifted_at: Date | null
  }
}

import type { CropTerms } from '@azalea/produce-rules'

export const cropKinds = ['field', 'flock'] as const
export type CropKind = (typeof cropKinds)[number]
/** How an amount of a crop is told; it is reckoned in grams. */
export const cropUnits = ['kg', 'jin', 'piece'] as const
export type CropUnit = (typeof cropUnits)[number]
/** What is done between sowing and harvest. */
export const templateKinds = [
  'thin',
  'fertilise',
  'weed',
  'water',
  'tie',
  'cover',
  'feed',
  'vaccinate',
  'clean',
  'collect',
] as const
export type TemplateKind = (typeof templateKinds)[number]

export type PlanTables = {
  crop: {
    village_id: string
    crop_id: string
    kind: CropKind
    name_zh: string
    name_en: string | null
    variety: string | null
    days_to_maturity: number
    harvest_days: number
    sowing: number[]
    yield_grams: number
    yield_per: CropTerms['yieldPer']
    unit: CropUnit
    piece_grams: number | null
    is_retired: boolean
    kept_by: string
    kept_at: Date
  }
  crop_task: {
    village_id: string
    crop_id: string
    line: number
    kind: TemplateKind
    after_days: number
    within_days: number
    times: number
    every_days: number
  }
}

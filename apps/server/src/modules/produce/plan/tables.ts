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

export const taskKinds = ['sow', ...templateKinds, 'harvest'] as const
export type TaskKind = (typeof taskKinds)[number]
/** Why a planting is given up, and why a task. */
export const cancelReasons = ['weather', 'pests', 'no_seed', 'no_hands', 'other_crop'] as const
export type CancelReason = (typeof cancelReasons)[number]
export const giveUpReasons = ['weather', 'pests', 'no_seed', 'no_hands', 'not_needed'] as const
export type GiveUpReason = (typeof giveUpReasons)[number]

export type PlanTables = {
  planting: {
    village_id: string
    planting_id: string
    growing_season_id: string
    plot_id: string
    crop_id: string
    heads: number | null
    area_square_metres: number
    expected_grams: number
    sow_from: string
    sow_to: string
    harvest_from: string
    harvest_to: string
    from_planting_id: string | null
    planned_by: string
    planned_at: Date
  }
  planting_end: {
    village_id: string
    planting_id: string
    ended_as: 'cancelled' | 'changed'
    because: CancelReason | null
    ended_by: string
    ended_at: Date
  }
  farm_task: {
    village_id: string
    task_id: string
    planting_id: string
    plot_id: string
    kind: TaskKind
    due_from: string
    due_to: string
    needs_photo: boolean
  }
  farm_task_end: {
    village_id: string
    task_id: string
    ended_as: 'done' | 'given_up'
    because: GiveUpReason | null
    photo_file_id: string | null
    household_id: string
    ended_by: string
    occurred_at: Date
    ended_at: Date
    record_id: string | null
  }
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
    needs_photo: boolean
  }
}

import type { DoseUnit, InputKind } from '@azalea/produce-rules'

export type ListState = 'proposed' | 'published' | 'dropped'

export const requestStates = ['asked', 'approved', 'declined', 'withdrawn'] as const
export type RequestState = (typeof requestStates)[number]
/** Why a technician declines what the rules would allow. */
export const declineReasons = ['wait', 'not_needed', 'other_product', 'other_amount'] as const
export type DeclineReason = (typeof declineReasons)[number]
export const testMethods = ['rapid_card', 'laboratory'] as const
export type TestMethod = (typeof testMethods)[number]
export const testOutcomes = ['passed', 'failed'] as const
export type TestOutcome = (typeof testOutcomes)[number]
export const inspectionGrades = ['good', 'fair', 'poor'] as const
export type InspectionGrade = (typeof inspectionGrades)[number]

export type InputTables = {
  approved_list: {
    village_id: string
    list_id: string
    edition: number | null
    in_force_from: string
    state: ListState
    proposed_by: string
    proposer_household_id: string | null
    proposed_at: Date
    ended_by: string | null
    ended_at: Date | null
  }
  approved_use: {
    village_id: string
    list_id: string
    line: number
    kind: InputKind
    name: string
    registration_number: string
    substances: readonly string[]
    crops: readonly string[]
    unit: DoseUnit
    least_per_mu: number
    most_per_mu: number
    most_uses: number | null
    pre_harvest_days: number
    re_entry_hours: number
    is_organic: boolean
    valid_from: string
    valid_to: string | null
    source: string
  }
  application_request: {
    village_id: string
    application_id: string
    plot_id: string
    registration_number: string
    crop: string
    unit: DoseUnit
    thousandths: number
    asked_by: string
    household_id: string
    asked_at: Date
    state: RequestState
    because: DeclineReason | null
    ended_by: string | null
    ended_at: Date | null
  }
  application: {
    village_id: string
    application_id: string
    plot_id: string
    season: string
    crop: string
    edition: number
    kind: InputKind
    name: string
    registration_number: string
    substances: readonly string[]
    unit: DoseUnit
    thousandths: number
    area_square_metres: number
    most_uses: number | null
    pre_harvest_days: number
    re_entry_hours: number
    applied_at: Date
    record_id: string
    approved_by: string
    photo_file_id: string
  }
  harvest_declaration: {
    village_id: string
    harvest_id: string
    plot_id: string
    harvest_on: string
    crop: string
    expected_grams: number
    declared_by: string
    household_id: string
    declared_at: Date
  }
  residue_test: {
    village_id: string
    test_id: string
    plot_id: string
    method: TestMethod
    outcome: TestOutcome
    photo_file_id: string
    tested_by: string
    tested_at: Date
  }
  inspection: {
    village_id: string
    inspection_id: string
    plot_id: string
    pests: number
    weeds: number
    litter: number
    grade: InspectionGrade
    photo_file_id: string
    inspected_by: string
    inspected_at: Date
  }
}

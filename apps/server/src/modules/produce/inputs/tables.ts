import type { DoseUnit, InputKind } from '@azalea/produce-rules'

export type ListState = 'proposed' | 'published' | 'dropped'

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
}

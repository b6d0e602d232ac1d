export const partnerKinds = ['shop', 'canteen', 'carrier', 'trader'] as const
export type PartnerKind = (typeof partnerKinds)[number]

/** What a partner did with a pack; of everything else that may be told nothing is shown. */
export const toldSteps = ['received', 'shipped', 'stored', 'sold'] as const
export type ToldStep = (typeof toldSteps)[number]

export const errorBehaviours = ['rollback', 'proceed'] as const
export type ErrorBehaviour = (typeof errorBehaviours)[number]

export type PartnerTables = {
  partner: {
    village_id: string
    partner_id: string
    code: string
    name: string
    kind: PartnerKind
    key_no: number
    added_by: string
    added_at: Date
    ended_at: Date | null
  }
  capture: {
    village_id: string
    capture_id: string
    partner_id: string
    on_error: ErrorBehaviour
    event_count: number
    checked: string | null
    created_at: Date
    finished_at: Date | null
    stored_count: number
    repeated_count: number
    unknown_count: number
    fault_count: number
    faults: string
  }
  partner_event: {
    village_id: string
    partner_event_id: string
    partner_id: string
    capture_id: string
    told_id: string
    digest: string
    happened_at: Date
    step: ToldStep | null
    event: string
    wrong_since: Date | null
  }
  partner_event_pack: {
    village_id: string
    packing_id: string
    serial: number
    partner_event_id: string
  }
}

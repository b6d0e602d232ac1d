import type { FailureRule, SharePart } from '@azalea/produce-rules'

export const adoptedKinds = ['plot', 'flock', 'paddy'] as const
export type AdoptedKind = (typeof adoptedKinds)[number]
export const units = ['gram', 'piece'] as const
export const shareStates = ['held', 'adopted', 'lapsed', 'harvested', 'failed', 'carried'] as const
export type ShareState = (typeof shareStates)[number]
/** Whether a share was paid for, now or once: what only adopters may see is theirs. */
export const isAdopters = (state: ShareState) => state !== 'held' && state !== 'lapsed'
export type Outcome = 'harvested' | 'failed'

export type AdoptionTables = {
  adoption_contract: {
    village_id: string
    edition: number
    words_zh: string
    words_en: string | null
    failure: FailureRule['failure']
    refund_permille: number
    document_hash: Buffer
    published_by: string
    published_at: Date
  }
  adoption_offer: {
    village_id: string
    offer_id: string
    plot_id: string
    growing_season_id: string
    kind: AdoptedKind
    name_zh: string
    name_en: string | null
    words_zh: string
    words_en: string | null
    price_fen: number
    share_count: number
    crop: string
    unit: (typeof units)[number]
    part: SharePart['part']
    part_amount: number
    edition: number
    proposed_by: string
    proposer_household_id: string | null
    proposed_at: Date
    confirmed_by: string | null
    confirmed_at: Date | null
    outcome: Outcome | null
    next_offer_id: string | null
    settled_by: string | null
    settled_at: Date | null
  }
  adoption: {
    village_id: string
    adoption_id: string
    offer_id: string
    share_no: number
    order_id: string
    number: string
    customer_id: string
    state: ShareState
    record_id: string | null
    begun_at: Date
    adopted_at: Date | null
    ended_at: Date | null
    refund_fen: number
  }
  adoption_harvest: {
    village_id: string
    entry_id: string
    offer_id: string
    quantity: number
    harvested_on: string
    entered_by: string
    entered_at: Date
  }
  adoption_delivery: {
    village_id: string
    delivery_id: string
    adoption_id: string
    quantity: number
    delivered_on: string
    entered_by: string
    entered_at: Date
  }
  adoption_update: {
    village_id: string
    update_id: string
    offer_id: string
    words: string | null
    photo_file_id: string | null
    is_public: boolean
    written_by: string
    written_at: Date
  }
}

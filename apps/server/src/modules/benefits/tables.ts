import type { Pseudonym } from '@azalea/records'
import type { VotedResolution } from '@azalea/scoring'
import type {
  DecidedBy,
  OfferClaimant,
  OfferKind,
  OfferUnit,
  OrderRule,
  TurnOutcome,
} from '@azalea/scoring/order'
import type { ColumnType } from 'kysely'

export type OfferState = 'draft' | 'published' | 'announced' | 'drawn' | 'settled' | 'cancelled'
export type TurnState = 'waiting' | 'called' | 'accepted' | 'declined' | 'lapsed' | 'struck'
export type KeptState = 'called' | 'accepted' | 'declined' | 'lapsed'
export type Channel = 'app' | 'oral' | 'written'

type AsJson<T> = ColumnType<T, string, string>

export type BenefitsTables = {
  order_rule: {
    village_id: string
    order_rule_id: string
    name_zh: string
    name_en: string | null
    body: AsJson<OrderRule>
    unit: OfferUnit | null
    body_hash: Buffer
    state: 'draft' | 'adopted'
    drafted_by: string
    drafted_at: Date
    adopted_by: string | null
    adopted_at: Date | null
    resolution: AsJson<VotedResolution | null> | null
  }
  offer: {
    village_id: string
    offer_id: string
    kind: OfferKind
    title_zh: string
    title_en: string | null
    words_zh: string
    words_en: string | null
    unit: OfferUnit
    claimant: OfferClaimant
    age_from: number | null
    age_to: number | null
    supply_quantity: number
    most_quantity: number
    order_rule_id: string
    honour_since: string | null
    group_nos: number[]
    opens_at: Date
    closes_at: Date
    answer_within_days: number
    publishes: 'masked_names' | 'places_only'
    state: OfferState
    drafted_by: string
    drafted_at: Date
    published_by: string | null
    published_at: Date | null
    announced_at: Date | null
    announced_record_id: string | null
    queue_hash: Buffer | null
    honour_through: string | null
    honour_before: string | null
    drawn_at: Date | null
    checkpoint: string | null
    left_quantity: number | null
    floor_quantity: number | null
    settled_at: Date | null
    kept_left_quantity: number | null
    kept_settled_at: Date | null
    cancel_reason: string | null
  }
  offer_claim: {
    village_id: string
    offer_id: string
    holder_id: string
    household_id: string
    person_id: string
    claimant: Pseudonym<'claimant'>
    wanted_quantity: number
    least_quantity: number
    channel: Channel
    entered_by: string | null
    claimed_at: Date
    changed_at: Date
    withdrawn_at: Date | null
  }
  offer_turn: {
    village_id: string
    offer_id: string
    holder_id: string
    household_id: string
    place: number
    ahead_by: DecidedBy | null
    honour_hundredths: number
    received_quantity: number
    waited_offers: number
    outcome: TurnOutcome
    given_quantity: number
    called_quantity: number
    state: TurnState
    due_on: string | null
    is_disputed: boolean
    is_protected: boolean
    ended_at: Date | null
    entered_by: string | null
  }
  kept_turn: {
    village_id: string
    offer_id: string
    holder_id: string
    household_id: string
    given_quantity: number
    state: KeptState
    due_on: string
    ended_at: Date | null
    entered_by: string | null
  }
  offer_history: {
    village_id: string
    kind: OfferKind
    unit: OfferUnit
    household_id: string
    received_quantity: number
    waited_offers: number
  }
  turn_objection: {
    village_id: string
    objection_id: string
    offer_id: string
    holder_id: string
    household_id: string
    claimer_id: string
    objector_id: string
    objector_household_id: string
    words: string | null
    raised_at: Date
    due_on: string
    outcome: 'upheld' | 'dismissed' | null
    decided_by: string | null
    decided_at: Date | null
    reasons: string | null
    escalated_at: Date | null
  }
  protected_household: {
    village_id: string
    household_id: string
    resolved_on: string
    entered_by: string
    entered_at: Date
  }
}

import type { Pseudonym } from '@azalea/records'
import type { EstimatorComparison, Population, RingEvidence } from '@azalea/scoring/raters'
import type { ColumnType, Generated } from 'kysely'

export type ActivityState =
  | 'proposed'
  | 'sent_back'
  | 'refused'
  | 'approved'
  | 'closed'
  | 'cancelled'

export type SignUpState = 'confirmed' | 'waiting' | 'withdrawn'

/** What a spot check may be of. */
export type SpotKind = 'shift' | 'plot' | 'yard'

/** Why a check of it would matter. */
export type SpotReason = 'ring' | 'wide_interval' | 'disagreement' | 'stake'

type Replaced<T> = ColumnType<T, string, string>

export type BreachReportState =
  | 'unassigned'
  | 'open'
  | 'decided'
  | 'appealed'
  | 'settled'
  | 'withdrawn'
  | 'closed'
/** How a report came: by the reporter's own hand, or to a cadre who entered it. */
export type ReportChannel = 'app' | 'oral' | 'written'
export type BreachOutcome = 'upheld' | 'dismissed'

export type ParticipationTables = {
  breach_report: {
    village_id: string
    report_id: string
    reporter_id: string
    reporter_household_id: string
    subject_id: string | null
    occurred_at: Date
    words: string | null
    photo_file_ids: string[]
    reported_at: Date
    reply_due_on: string | null
    decision_due_on: string
    state: BreachReportState
    outcome: BreachOutcome | null
    item_ref: string | null
    quantity: number | null
    decided_by: string | null
    decided_at: Date | null
    reasons: string | null
    appeal_ends_on: string | null
    appealed_by: string | null
    appealed_at: Date | null
    appeal_words: string | null
    appeal_due_on: string | null
    appeal_outcome: 'confirmed' | 'changed' | null
    appeal_decided_by: string | null
    appeal_decided_at: Date | null
    appeal_reasons: string | null
    settled_at: Date | null
    award_id: string | null
    channel: Generated<ReportChannel>
    entered_by: string | null
    recounted_at: Date | null
    passed_on_by: Generated<string[]>
    erased_ids: Generated<string[]>
    place: string | null
    alleged_item_ref: string | null
    attached_by: string | null
    attached_at: Date | null
    ended_by: string | null
    ended_at: Date | null
    ending_words: string | null
  }
  breach_report_party: {
    village_id: string
    report_id: string
    household_id: string
    person_id: string
    replied_by: string | null
    replied_at: Date | null
    reply_words: string | null
    reply_photo_file_id: string | null
  }
  rating: {
    village_id: string
    rating_id: string
    subject_id: string
    rater_id: string
    stars: number
    words: string | null
    photo_file_id: string | null
    rated_on: string
    rated_at: Date
    recorded_at: Date
  }
  activity: {
    village_id: string
    activity_id: string
    title: string
    description: string
    place: string
    item_ref: string
    initiator_id: string
    leader_id: string
    starts_at: Date
    ends_at: Date
    sign_up_closes_at: Date
    state: ActivityState
    proposed_at: Date
    decided_by: string | null
    decided_at: Date | null
    decision_words: string | null
    closed_at: Date | null
  }
  shift: {
    village_id: string
    shift_id: string
    activity_id: string
    post_subject_id: string | null
    starts_at: Date
    ends_at: Date
    quota: number
    circumstances: string[]
  }
  sign_up: {
    village_id: string
    shift_id: string
    person_id: string
    state: SignUpState
    signed_up_at: Date
    changed_at: Date
  }
  attendance: {
    village_id: string
    attendance_id: string
    shift_id: string
    person_id: string
    checked_in_at: Date
    checked_in_by: 'code' | 'leader'
    check_in_received_at: Date
    checked_out_at: Date | null
    checked_out_by: 'code' | 'leader' | 'clock' | null
    leader_score: number | null
    score_words: string | null
    scored_by: string | null
    scored_at: Date | null
  }
  spot_draw: {
    village_id: string
    draw_id: string
    record_id: string
    announced_by: string
    announced_at: Date
    kinds: SpotKind[]
    rate_permille: number
    random_permille: number
    candidates: number
    list_hash: Buffer
    drawn_at: Date | null
    checkpoint: string | null
  }
  spot_candidate: {
    village_id: string
    draw_id: string
    candidate: Pseudonym<'candidate'>
    shift_id: string | null
    subject_id: string | null
    priority: number
    reasons: SpotReason[]
  }
  spot_check: {
    village_id: string
    check_id: string
    draw_id: string
    candidate: Pseudonym<'candidate'>
    drawn_by: 'lot' | 'priority'
    shift_id: string | null
    subject_id: string | null
    opens_at: Date
    due_at: Date
    score: number | null
    words: string | null
    photo_file_id: string | null
    checked_by: string | null
    checked_at: Date | null
    lapsed_at: Date | null
  }
  rating_fit: {
    village_id: string
    fitted_at: Date
    ratings: number
    population: Replaced<Population>
    comparison: Replaced<EstimatorComparison | null>
    uses_model: boolean
  }
  subject_score: {
    village_id: string
    subject_id: string
    owner_id: string | null
    score_hundredths: number
    low_hundredths: number
    high_hundredths: number
    ratings: number
  }
  rater_estimate: {
    village_id: string
    person_id: string
    severity: number
    severity_variance: number
    spread: number
    informative: number
    ring: number | null
    consistency_permille: number
    trust_permille: number
    ratings: number
    flags: number
  }
  rating_ring: {
    village_id: string
    ring: number
    evidence: Replaced<RingEvidence & { readonly memberIds: readonly string[] }>
  }
  wrong_code_try: { village_id: string; try_id: string; person_id: string; tried_at: Date }
}

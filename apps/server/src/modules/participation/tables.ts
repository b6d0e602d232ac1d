export type ActivityState =
  'proposed' | 'sent_back' | 'refused' | 'approved' | 'closed' | 'cancelled'

export type SignUpState = 'confirmed' | 'waiting' | 'withdrawn'

export type ParticipationTables = {
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
  wrong_code_try: { village_id: string; try_id: string; person_id: string; tried_at: Date }
}

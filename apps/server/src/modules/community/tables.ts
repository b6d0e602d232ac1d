import type { ColumnType } from 'kysely'

/** Why somebody takes part no more, though what they earned stays. */
export type Departure = 'died' | 'moved_away'

export type CommunityTables = {
  village: {
    village_id: string
    name: string
    town_name: string
    opt_in_text: string
    opt_in_version: number
    is_demonstration: boolean
    public_url: string | null
    house_numbering: ColumnType<'village' | 'group', 'village' | 'group' | undefined>
    season_loaded_at: Date | null
    objection_phone: string | null
    created_at: Date
  }
  sign_in_code: {
    phone_hash: string
    device_hash: string
    address_hash: string
    code_hash: string
    expires_at: Date
    attempts: number
    attempts_without_device: number
  }
  sign_in_device: { phone_hash: string; device_hash: string; last_at: Date }
  sign_in_request: {
    phone_hash: string
    requested_at: Date
    request_id: string
    asker_hash: string
    is_known_device: boolean
  }
  sign_in_identity: { phone_hash: string; village_id: string; person_id: string; since: Date }
  own_phone_request: {
    village_id: string
    person_id: string
    phone_hash: string
    requested_at: Date
  }
  sign_in_change: {
    village_id: string
    change_id: string
    person_id: string
    proposed_by: string
    proposer_household_id: string | null
    proposed_at: Date
    reason: string
    sets_phone: boolean
    phone: string | null
    phone_from: string | null
    id_hash: string | null
    id_last4: string | null
    birth_year: number | null
  }
  wechat_binding: {
    village_id: string
    account_hash: string
    person_id: string
    phone_hash: string
    bound_at: Date
  }
  wechat_directory: { account_hash: string; village_id: string }
  wechat_code_request: { account_hash: string; requested_at: Date; request_id: string }
  session: {
    session_hash: string
    account_hash: string | null
    phone_hash: string
    village_id: string | null
    person_id: string | null
    created_at: Date
    expires_at: Date
    proved_at: Date
  }
  village_group: { village_id: string; group_no: number; name: string }
  household: {
    village_id: string
    household_id: string
    group_no: number
    house_no: string
    head_person_id: string | null
    joined_at: Date | null
    is_office: ColumnType<boolean, boolean | undefined>
  }
  person: {
    village_id: string
    person_id: string
    household_id: string
    name: string | null
    phone: string | null
    id_last4: string | null
    id_hash: string | null
    birth_year: number | null
    publishes_name: boolean
    added_at: Date
    entered_by: string | null
    is_outsider: ColumnType<boolean, boolean | undefined>
    erased_at: Date | null
    departed_as: Departure | null
    departed_at: Date | null
  }
  number_miss: {
    village_id: string
    person_id: string
    missed_on: string
    misses: number
  }
  leave_on_paper: {
    village_id: string
    household_id: string
    given_by: string
    recorded_by: string
    recorder_household_id: string | null
    entered_at: Date
  }
  removal_proposal: {
    village_id: string
    person_id: string
    removal: Departure | 'erased' | 'moved_in'
    household_id: string | null
    reason: string
    proposed_by: string
    proposer_household_id: string | null
    proposed_at: Date
  }
  role_grant: {
    village_id: string
    person_id: string
    role: string
    group_no: number | null
    granted_by: string | null
    granted_through: string[]
    granted_at: Date
  }
  roster_import: {
    village_id: string
    import_id: string
    uploaded_by: string
    uploaded_at: Date
    wrapped_key: Buffer
    sealed: Buffer
  }
  consent: {
    village_id: string
    consent_id: string
    household_id: string
    decision: 'join' | 'leave'
    opt_in_version: number
    given_by: string
    recorded_by: string
    decided_at: Date
  }
  subject: {
    village_id: string
    subject_id: string
    kind: 'plot' | 'yard' | 'house' | 'flock' | 'post' | 'shop'
    label: string
    group_no: number | null
    keeper_household_id: string | null
    story: string
    story_by: string | null
    photo_file_id: string | null
  }
  plate: {
    village_id: string
    code: string
    subject_id: string
    fixed_at: Date
    retired_at: Date | null
  }
  plate_directory: { code: string; village_id: string }
  file: {
    village_id: string
    file_id: string
    owner_id: string
    media_type: string
    content: Buffer
    width_pixels: number
    height_pixels: number
    uploaded_at: Date
  }
  data_access: {
    village_id: string
    access_id: string
    person_id: string
    viewer_id: string
    what: string
    viewed_at: Date
  }
  message: {
    village_id: string
    message_id: string
    person_id: string
    kind: string
    params: ColumnType<Readonly<Record<string, unknown>>, string, string>
    sent_at: Date
    read_at: Date | null
  }
}

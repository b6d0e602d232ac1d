/** What stands in the way of publishing, told to everyone; `detail` is for those who run the server. */
export type AlarmKind = 'no_quorum' | 'fork' | 'refused'

/** Granted ones end by themselves, at their time; 'ended': before it. */
export type OpeningState = 'proposed' | 'granted' | 'refused' | 'ended'

export type LogTables = {
  log: {
    village_id: string
    generation: number
    origin: string
    public_key: Buffer
    wrapped_seed: Buffer
    begun_at: Date
    begun_record_id: string | null
    retired_at: Date | null
  }
  log_head: {
    village_id: string
    generation: number
    tree_size: number
    root_hash: Buffer
    fence: number
    leased_until: Date
    lease_milliseconds: number
    published_size: number | null
    published_note: string | null
    published_at: Date | null
    alarm: AlarmKind | null
    alarm_detail: string | null
    alarm_since: Date | null
  }
  log_entry: {
    village_id: string
    generation: number
    entry_index: number
    record_id: string
  }
  log_tile: {
    village_id: string
    generation: number
    path: string
    width: number
    bytes: Buffer
  }
  log_checkpoint: {
    village_id: string
    generation: number
    tree_size: number
    note: string
    published_at: Date
  }
  log_absence: { village_id: string; generation: number; witness: string; since: Date }
  opening: {
    village_id: string
    opening_id: string
    auditor_id: string
    kinds: string[]
    from_day: string
    through_day: string
    valid_days: number
    reason: string
    proposed_by: string
    proposed_at: Date
    state: OpeningState
    decided_by: string | null
    decided_at: Date | null
    ends_at: Date | null
  }
  opening_look: { village_id: string; opening_id: string; person_id: string; seen_on: string }
}

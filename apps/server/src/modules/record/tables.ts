import type { ColumnType } from 'kysely'

export type RecordTables = {
  record: {
    village_id: string
    record_id: string
    kind: string
    recorded_at: Date
    leaf: Buffer
  }
  record_part: {
    village_id: string
    record_id: string
    part: number
    person_id: string
    sealed: Buffer
  }
  person_key: {
    village_id: string
    person_id: string
    wrapped_key: Buffer | null
    created_at: Date
    destroyed_at: Date | null
  }
  public_document: { village_id: string; hash: Buffer; body: Buffer }
  village_key: { village_id: string; wrapped_key: Buffer }
  command: {
    village_id: string
    actor_id: string
    idempotency_key: string
    request_hash: Buffer
    /** JSON text on the way in, a parsed value on the way out. */
    answer: ColumnType<unknown, string | null, string>
    accepted_at: Date
  }
}

import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import type { Keyring } from '../../platform/keyring.ts'
import { openPart } from './leaf.ts'
import { personContext } from './seal-records.ts'

export interface OpenedPart {
  readonly recordId: string
  readonly part: number
  readonly personId: string
  readonly salt: Buffer
  /** The payload's canonical bytes, as text. */
  readonly payload: string
}

/** Opens every part of these records whose person has not been erased, by record and part. */
export async function openParts(
  db: Db,
  keyring: Keyring,
  villageId: string,
  recordIds: readonly string[],
): Promise<OpenedPart[]> {
  const { rows } = await sql<{
    record_id: string
    part: number
    person_id: string
    sealed: Buffer
    wrapped_key: Buffer
  }>`
    SELECT record_id, part, person_id, sealed, wrapped_key
    FROM record_part JOIN person_key USING (village_id, person_id)
    WHERE village_id = ${villageId} AND record_id = ANY (${[...recordIds]}::uuid[])
      AND wrapped_key IS NOT NULL
    ORDER BY record_id, part
  `.execute(db)
  const keys = new Map<string, Buffer>()
  return rows.map(({ record_id: recordId, part, person_id: personId, sealed, wrapped_key }) => {
    const key =
      keys.get(personId) ?? keyring.unwrap(wrapped_key, personContext(villageId, personId))
    keys.set(personId, key)
    const { salt, payload } = openPart(key, recordId, part, sealed)
    return { recordId, part, personId, salt, payload: payload.toString('utf8') }
  })
}

import type { Db } from '../../platform/database/database.ts'
import type { Keyring } from '../../platform/keyring.ts'
import { personContext } from './seal-records.ts'
import { openPart } from './leaf.ts'
import { readPersonKeys, selectRecordsOf } from './record.store.ts'

export interface OwnRecord {
  readonly recordId: string
  readonly kind: string
  readonly recordedAt: Date
  /** The leaf's canonical bytes, as text. */
  readonly leaf: string
  readonly part: number
  readonly salt: Buffer
  /** The payload's canonical bytes, as text. */
  readonly payload: string
}

/** The records that hold a part of this person, newest first, opened; empty once erased. */
export async function readOwnRecords(
  db: Db,
  keyring: Keyring,
  villageId: string,
  personId: string,
  page: { beforeRecordId: string | null; limit: number; recordId?: string; kind?: string },
): Promise<OwnRecord[]> {
  const wrapped = (await readPersonKeys(db, villageId, [personId])).get(personId)
  if (!wrapped) return []
  const key = keyring.unwrap(wrapped, personContext(villageId, personId))
  const rows = await selectRecordsOf(db, villageId, personId, page)
  return rows.map((row) => {
    const { salt, payload } = openPart(key, row.recordId, row.part, row.sealed)
    return {
      recordId: row.recordId,
      kind: row.kind,
      recordedAt: row.recordedAt,
      leaf: row.leaf.toString('utf8'),
      part: row.part,
      salt,
      payload: payload.toString('utf8'),
    }
  })
}

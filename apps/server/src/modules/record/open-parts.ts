import type { Db } from '../../platform/database/database.ts'
import type { Keyring } from '../../platform/keyring.ts'
import { openPart } from './leaf.ts'
import { selectReadableParts } from './record.store.ts'
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
  const keys = new Map<string, Buffer>()
  const rows = await selectReadableParts(db, villageId, recordIds)
  return rows.map(({ recordId, part, personId, sealed, wrappedKey }) => {
    const key = keys.get(personId) ?? keyring.unwrap(wrappedKey, personContext(villageId, personId))
    keys.set(personId, key)
    const { salt, payload } = openPart(key, recordId, part, sealed)
    return { recordId, part, personId, salt, payload: payload.toString('utf8') }
  })
}

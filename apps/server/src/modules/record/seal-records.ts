import type { Keyring } from '../../platform/keyring.ts'
import type { Randomness } from '../../platform/identity.ts'
import { buildLeaf } from './leaf.ts'
import {
  insertPersonKey,
  readPersonKeys,
  type PartRow,
  type RecordRow,
  type WrappedKeys,
} from './record.store.ts'
import type { NewRecord, Tx } from './transaction.ts'

export interface RecordKeys {
  readonly keyring: Keyring
  readonly randomness: Randomness
}

/** What is stored of a command's records. */
export interface SealedRecords {
  readonly records: readonly RecordRow[]
  readonly parts: readonly PartRow[]
}

/**
 * Makes the rows of one command's records, in their order, with every personal part sealed.
 * `known`: wrapped keys that this transaction has read already.
 */
export async function sealRecords(
  tx: Tx,
  keys: RecordKeys,
  records: readonly NewRecord[],
  known: WrappedKeys,
): Promise<SealedRecords> {
  const personIds = new Set(records.flatMap((record) => record.parts.map((part) => part.personId)))
  const personKeys = await personKeysFor(tx, keys, [...personIds], known)
  const built = records.map((record) => {
    const head = {
      villageId: tx.villageId,
      recordId: record.recordId ?? tx.newId(),
      recordedAt: tx.now,
    }
    const keyOf = (personId: string) => personKeys.get(personId) ?? null
    return { head, kind: record.kind, ...buildLeaf(head, record, keyOf, keys.randomness) }
  })
  return {
    records: built.map(({ head, kind, leaf }) => ({ ...head, kind, leaf })),
    parts: built.flatMap(({ head: { villageId, recordId }, parts }) =>
      parts.flatMap((part, index): PartRow[] =>
        part === null ? [] : [{ villageId, recordId, part: index, ...part }],
      ),
    ),
  }
}

async function personKeysFor(
  tx: Tx,
  { keyring }: RecordKeys,
  personIds: readonly string[],
  known: WrappedKeys,
): Promise<Map<string, Buffer | null>> {
  const unknown = personIds.filter((personId) => !known.has(personId))
  const read = await readPersonKeys(tx.db, tx.villageId, unknown)
  const wrapped = new Map([...known, ...read])
  const missing = personIds.filter((personId) => !wrapped.has(personId)).toSorted()
  for (const personId of missing) {
    const made = keyring.newWrappedKey(personContext(tx.villageId, personId))
    const row = { villageId: tx.villageId, personId, wrappedKey: made.wrapped, createdAt: tx.now }
    if (await insertPersonKey(tx.db, row)) wrapped.set(personId, made.wrapped)
    else
      wrapped.set(
        personId,
        (await readPersonKeys(tx.db, tx.villageId, [personId])).get(personId) ?? null,
      )
  }
  return new Map(
    personIds.map((personId) => {
      const key = wrapped.get(personId) ?? null
      return [personId, key && keyring.unwrap(key, personContext(tx.villageId, personId))]
    }),
  )
}

export function personContext(villageId: string, personId: string): string {
  return `person-key ${villageId} ${personId}`
}

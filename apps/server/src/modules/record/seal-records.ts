import type { NewRecord } from '@azalea/records'
import type { Keyring } from '../../platform/keyring.ts'
import type { Randomness } from '../../platform/identity.ts'
import { buildLeaf } from './leaf.ts'
import {
  insertPersonKeys,
  readPersonKeys,
  type PartRow,
  type RecordRow,
  type WrappedKeys,
} from './record.store.ts'
import type { Tx } from './transaction.ts'

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
  known: readonly WrappedKeys[],
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
  known: readonly WrappedKeys[],
): Promise<Map<string, Buffer | null>> {
  const wrapped: WrappedKeys = new Map(known.flatMap((keys) => [...keys]))
  const without = () => personIds.filter((personId) => !wrapped.has(personId))
  const learn = (keys: WrappedKeys) => {
    for (const [personId, key] of keys) wrapped.set(personId, key)
  }
  learn(await readPersonKeys(tx.db, tx.villageId, without()))
  const made = new Map(
    without()
      .toSorted()
      .map((personId) => [
        personId,
        keyring.newWrappedKey(personContext(tx.villageId, personId)).wrapped,
      ]),
  )
  learn(await insertPersonKeys(tx.db, tx.villageId, tx.now, made))
  // Somebody else has made these a moment ago.
  learn(await readPersonKeys(tx.db, tx.villageId, without()))
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

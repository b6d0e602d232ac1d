import { createHmac } from 'node:crypto'
import { MAX_LEAF_BYTES, type Json, type NewRecord } from '@azalea/records'
import { canonicalJson, civilDay } from '@azalea/text'
import { seal, unseal } from '../../platform/keyring.ts'
import type { Randomness } from '../../platform/identity.ts'

const SALT_BYTES = 32
const LEAF_ID_BYTES = 16

/** The canonical bytes of a value: RFC 8785 (JCS), UTF-8. */
export function canonicalBytes(value: Json): Buffer {
  return Buffer.from(canonicalJson(value), 'utf8')
}

/** HMAC-SHA-256 of the payload's canonical bytes under a secret salt, base64url. */
export function commitmentTo(payload: Buffer, salt: Buffer): string {
  return createHmac('sha256', salt).update(payload).digest('base64url')
}

export interface SealedPart {
  readonly personId: string
  readonly sealed: Buffer
}

/**
 * Builds what is stored of a record: its leaf, and each part sealed (salt ‖ payload) with its
 * person's key. A part whose person has been erased keeps its commitment only.
 *
 * The leaf tells the civil day only, and a random id: the record's own id and time would line it up
 * with other records, and with what a neighbour saw happen at that moment.
 */
export function buildLeaf(
  head: { villageId: string; recordId: string; recordedAt: Date },
  record: NewRecord,
  keyOf: (personId: string) => Buffer | null,
  randomness: Randomness,
): { leaf: Buffer; parts: readonly (SealedPart | null)[] } {
  const made = record.parts.map(({ personId, payload }, index) => {
    const salt = randomness.bytes(SALT_BYTES)
    const bytes = canonicalBytes(payload)
    const key = keyOf(personId)
    const plain = Buffer.concat([salt, bytes])
    const sealed = key && seal(key, plain, partContext(head.recordId, index), randomness)
    return { commitment: commitmentTo(bytes, salt), part: sealed && { personId, sealed } }
  })
  const leaf = canonicalBytes({
    v: record.version,
    village: head.villageId,
    id: randomness.bytes(LEAF_ID_BYTES).toString('base64url'),
    kind: record.kind,
    at: civilDay(head.recordedAt),
    public: record.public,
    commitments: made.map(({ commitment }) => commitment),
  })
  if (leaf.length > MAX_LEAF_BYTES)
    throw new Error(`leaf of ${record.kind} has ${leaf.length} bytes`)
  return { leaf, parts: made.map(({ part }) => part) }
}

/** Opens a sealed part: the salt and the payload's canonical bytes, as committed to in the leaf. */
export function openPart(
  key: Buffer,
  recordId: string,
  part: number,
  sealed: Buffer,
): { salt: Buffer; payload: Buffer } {
  const plain = unseal(key, sealed, partContext(recordId, part))
  return { salt: plain.subarray(0, SALT_BYTES), payload: plain.subarray(SALT_BYTES) }
}

function partContext(recordId: string, part: number): string {
  return `record-part ${recordId} ${part}`
}

import { base64Decode, base64DecodeHash, base64Encode, base64EncodeHash } from './base64.ts'
import { utf8Decode } from './bytes.ts'
import { formatDecimal, parseDecimal } from './decimal.ts'
import { TlogError } from './errors.ts'
import type { Policy } from './policy.ts'
import type { CryptoSuite } from './signatures.ts'
import { formatNote, parseNote, type SignedNote } from './signed-note.ts'
import { createTreeHasher } from './tree-hasher.ts'
import { verifyCheckpoint, type WitnessedCheckpoint } from './verify-checkpoint.ts'
import { MAX_PROOF_HASHES, verifyInclusion } from './verify-proof.ts'

/** A proof that one can keep and check offline (c2sp.org/tlog-proof, file name `.tlog-proof`). */
export interface Receipt {
  /** Zero-based index of the entry in the log. */
  index: number
  /** The leaf's sibling first, the root's child last. */
  proof: readonly Uint8Array[]
  /** The signed checkpoint under which the proof was made. */
  checkpoint: SignedNote
  /** Data for the application; authenticated by nothing here. Not empty. */
  extra?: Uint8Array
}

const HEADER = 'c2sp.org/tlog-proof@v1'

/** Other readers stop at lines of 64 KiB, which is 48 kB before base64. */
export const MAX_EXTRA_BYTES = 48_000

const malformed = (message: string) => new TlogError('malformed', message)

/** @throws TlogError `malformed`, `out_of_range` */
export function formatReceipt({ index, proof, checkpoint, extra }: Receipt): string {
  if (proof.length > MAX_PROOF_HASHES) throw malformed('too many hashes')
  if (extra !== undefined && (extra.length === 0 || extra.length > MAX_EXTRA_BYTES)) {
    throw new TlogError('out_of_range', 'extra data has 1 to 48,000 bytes')
  }
  const lines = [
    HEADER,
    ...(extra === undefined ? [] : [`extra ${base64Encode(extra)}`]),
    `index ${formatDecimal(index)}`,
    ...proof.map(base64EncodeHash),
  ]
  return `${lines.join('\n')}\n\n${formatNote(checkpoint)}`
}

/** Reads a receipt; verifies nothing. @throws TlogError `malformed` */
export function parseReceipt(receipt: string | Uint8Array): Receipt {
  const text = typeof receipt === 'string' ? receipt : utf8Decode(receipt)
  const split = text.indexOf('\n\n')
  if (split < 0) throw malformed('not a receipt')
  const [header, ...lines] = text.slice(0, split).split('\n')
  if (header !== HEADER) throw malformed('not a receipt')
  const extra = lines[0]?.startsWith('extra ') ? parseExtra(lines.shift()) : {}
  const index = lines.shift()
  if (index === undefined || !index.startsWith('index ')) throw malformed('receipt has no index')
  if (lines.length > MAX_PROOF_HASHES) throw malformed('too many hashes')
  return {
    ...extra,
    index: parseDecimal(index.slice('index '.length)),
    proof: lines.map(base64DecodeHash),
    checkpoint: parseNote(text.slice(split + 2)),
  }
}

function parseExtra(line = ''): { extra: Uint8Array } {
  const extra = base64Decode(line.slice('extra '.length))
  if (extra.length === 0) throw malformed('extra data is empty')
  return { extra }
}

/**
 * Verifies a receipt for an entry one holds (or its leaf hash): signature of the log, quorum of
 * witnesses, inclusion.
 *
 * @throws TlogError `malformed`, `untrusted`, `bad_signature`, `quorum_not_met`, `bad_proof`
 */
export async function verifyReceipt(
  suite: CryptoSuite,
  policy: Policy,
  receipt: Receipt,
  claim: { entry: Uint8Array } | { leafHash: Uint8Array },
): Promise<WitnessedCheckpoint> {
  const hasher = createTreeHasher(suite.sha256)
  const leafHash = 'entry' in claim ? hasher.leaf(claim.entry) : claim.leafHash
  const witnessed = await verifyCheckpoint(suite, policy, receipt.checkpoint)
  const { size, rootHash } = witnessed.checkpoint
  verifyInclusion(hasher, { leafHash, index: receipt.index, size, rootHash }, receipt.proof)
  return witnessed
}

/** The number of an entry as people count: the entry at index 0 is number 1. */
export function entryNumber(index: number): number {
  return index + 1
}

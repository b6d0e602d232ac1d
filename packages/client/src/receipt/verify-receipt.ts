import { parseLeaf, UnreadableLeaf, type LeafHead } from '@azalea/records'
import {
  base64Decode,
  createTreeHasher,
  equalBytes,
  formatNote,
  parsePolicy,
  parseReceipt,
  TlogError,
  utf8Decode,
  utf8Encode,
  verifyInclusion,
  type Checkpoint,
  type CryptoSuite,
  type Receipt,
  type TileReader,
} from '@azalea/tlog'
import { hmacSha256 } from './hmac.ts'
import { compareHeads } from './same-tree.ts'
import { isQuorum, openLogHead, type LogHead } from './open-log-head.ts'

export type ReceiptVerdict =
  | {
      state: 'proved'
      index: number
      /** The checkpoint that the receipt carries. */
      head: LogHead
      leaf: LeafHead
      /** What was committed to, opened: JSON, for the eyes of the receipt's holder. */
      parts: readonly unknown[]
      /** Whether the receipt's checkpoint was compared with the head as it stands now. */
      isCompared: boolean
    }
  | { state: 'refused'; reason: ReceiptRefusal }
  /** The receipt and the head as it stands now contradict each other, each signed by the log. */
  | { state: 'forked'; receiptNote: string; logNote: string }

/**
 * - `not_a_receipt`: it cannot be read as one
 * - `no_record`: it does not carry the record that it is for
 * - `other_log`: it is of another log, or nobody trusted has signed it
 * - `bad_signature`: a signature on it does not hold
 * - `too_few_witnesses`: fewer witnesses cosigned than the policy asks for
 * - `not_in_log`: the record, or its place, is not what was signed
 * - `altered_part`: the opened words are not those that were committed to
 * - `broken_tiles`: the log's tiles do not fit its signed root
 */
export type ReceiptRefusal =
  | 'not_a_receipt'
  | 'no_record'
  | 'other_log'
  | 'bad_signature'
  | 'too_few_witnesses'
  | 'not_in_log'
  | 'altered_part'
  | 'broken_tiles'

export interface ReceiptTrust {
  /** tlog-policy that this device knows. */
  policy: string
  /** The head as it stands now; null without a network. */
  head: Pick<LogHead, 'checkpoint' | 'note'> | null
  readTile: TileReader
}

class Refused extends Error {
  readonly reason: ReceiptRefusal

  constructor(reason: ReceiptRefusal) {
    super(reason)
    this.reason = reason
  }
}

/** Checks a receipt (`.tlog-proof`) on this device. Throws what `readTile` throws. */
export async function verifyReceiptText(
  suite: CryptoSuite,
  trust: ReceiptTrust,
  text: string,
): Promise<ReceiptVerdict> {
  try {
    const receipt = readReceipt(text)
    const { leafText, parts } = readExtra(receipt.extra)
    const policy = parsePolicy(suite.sha256, trust.policy)
    const head = await openLogHead(suite, policy, formatNote(receipt.checkpoint))
    if (!isQuorum(policy, head)) throw new Refused('too_few_witnesses')
    checkPlace(suite, receipt, leafText, head.checkpoint)
    const leaf = readLeaf(leafText)
    const opened = parts.map((part) => openPart(suite, leaf.commitments, part))
    const isCompared = trust.head !== null
    if (trust.head !== null) {
      const hasher = createTreeHasher(suite.sha256)
      const now = trust.head.checkpoint
      switch (await compareHeads(hasher, trust.readTile, head.checkpoint, now)) {
        case 'same':
          break
        case 'forked':
          return { state: 'forked', receiptNote: head.note, logNote: trust.head.note }
        case 'broken_tiles':
          throw new Refused('broken_tiles')
      }
    }
    return { state: 'proved', index: receipt.index, head, leaf, parts: opened, isCompared }
  } catch (error) {
    if (error instanceof Refused) return { state: 'refused', reason: error.reason }
    if (error instanceof TlogError) return { state: 'refused', reason: reasonOf(error) }
    throw error
  }
}

function reasonOf({ code }: TlogError): ReceiptRefusal {
  switch (code) {
    case 'bad_signature':
      return 'bad_signature'
    case 'untrusted':
      return 'other_log'
    case 'quorum_not_met':
      return 'too_few_witnesses'
    case 'bad_proof':
    case 'out_of_range':
      return 'not_in_log'
    case 'bad_tile':
      return 'broken_tiles'
    case 'malformed':
    case 'unsupported_key':
      return 'not_a_receipt'
  }
}

function readReceipt(text: string): Receipt {
  // Whoever pastes it may lose or gain blank lines around it; nothing that is signed is touched.
  return parseReceipt(`${text.replaceAll('\r\n', '\n').trim()}\n`)
}

function checkPlace(
  suite: CryptoSuite,
  { index, proof }: Receipt,
  leafText: string,
  { size, rootHash }: Checkpoint,
): void {
  const hasher = createTreeHasher(suite.sha256)
  const leafHash = hasher.leaf(utf8Encode(leafText))
  verifyInclusion(hasher, { leafHash, index, size, rootHash }, proof)
}

interface SealedPart {
  part: number
  salt: string
  payload: string
}

/** The record's leaf as the very text that was hashed, and the parts that the holder may open. */
function readExtra(extra: Uint8Array | undefined): { leafText: string; parts: SealedPart[] } {
  if (extra === undefined) throw new Refused('no_record')
  const { leaf, parts } = asObject(parseJson(utf8Decode(extra)))
  if (typeof leaf !== 'string') throw new Refused('no_record')
  return {
    leafText: leaf,
    parts: (Array.isArray(parts) ? parts : []).map((one: unknown) => {
      const { part, salt, payload } = asObject(one)
      if (typeof part !== 'number' || typeof salt !== 'string' || typeof payload !== 'string') {
        throw new Refused('not_a_receipt')
      }
      return { part, salt, payload }
    }),
  }
}

/** A kind that is newer than this app is proved all the same, and shown as it stands in the log. */
function readLeaf(leafText: string): LeafHead {
  try {
    return parseLeaf(utf8Encode(leafText))
  } catch (error) {
    if (!(error instanceof UnreadableLeaf)) throw error
    if (error.head === null) throw new Refused('no_record')
    return error.head
  }
}

/** HMAC-SHA-256 of the payload under its salt must be the commitment of that part in the leaf. */
function openPart(
  { sha256 }: CryptoSuite,
  commitments: readonly string[],
  { part, salt, payload }: SealedPart,
): unknown {
  const made = hmacSha256(sha256, base64Decode(salt), utf8Encode(payload))
  const committed = commitments[part]
  if (committed === undefined || !equalBytes(made, base64UrlDecode(committed))) {
    throw new Refused('altered_part')
  }
  return parseJson(payload)
}

function base64UrlDecode(text: string): Uint8Array {
  const padded = text.padEnd(Math.ceil(text.length / 4) * 4, '=')
  return base64Decode(padded.replaceAll('-', '+').replaceAll('_', '/'))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refused('not_a_receipt')
  }
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new Refused('not_a_receipt')
  return value as Record<string, unknown>
}

import { compareHeads } from './same-tree.ts'
import { isQuorum, openLogHead, type LogHead } from './open-log-head.ts'
import {
  createTreeHasher,
  parseCheckpoint,
  parseNote,
  parsePolicy,
  TlogError,
  type Checkpoint,
  type CryptoSuite,
} from '@azalea/tlog'
import type { LogPieces } from './log-pieces.ts'
import { policyChange, type PolicyChange } from './policy-change.ts'
import type { RetiredLog, SeenLog } from './seen-log.ts'
import { verifySuccessor, type SuccessionFault } from './verify-successor.ts'

export type LogVerdict =
  /** Everything holds; `before` is what this device had seen, null at first sight. */
  | {
      state: 'holds'
      head: LogHead
      policyText: string
      before: Checkpoint | null
      /** The retired log that this one was found to go on from. */
      follows: Checkpoint | null
    }
  /** It does not go on from the retired log that this device had seen. */
  | { state: 'not_successor'; fault: SuccessionFault; head: LogHead; beforeNote: string }
  /** Signed, but by too few witnesses. */
  | { state: 'too_few_witnesses'; head: LogHead }
  /** The log now asks to trust others than this device knows. */
  | { state: 'policy_changed'; change: PolicyChange; policyText: string }
  /** It has fewer entries than this device has seen already. */
  | { state: 'shrunk'; head: LogHead; before: Checkpoint; beforeNote: string }
  /** It does not begin with what this device has seen: something was altered. */
  | { state: 'forked'; head: LogHead; before: Checkpoint; beforeNote: string }
  /** The tiles do not fit the signed root. */
  | { state: 'broken_tiles'; head: LogHead }
  /** A trusted key's signature does not hold, nobody trusted signed, or it cannot be read. */
  | { state: 'unsigned'; reason: 'bad_signature' | 'untrusted' | 'malformed' }

/**
 * Checks what a log publishes against what this device knows of it: signatures, quorum, and that it
 * only ever grew. Nothing that the server says of itself is believed.
 * Throws what `pieces` throws.
 */
export async function verifyLog(
  suite: CryptoSuite,
  pieces: LogPieces,
  seen: SeenLog | null,
): Promise<LogVerdict> {
  const [policyText, note] = await Promise.all([pieces.readPolicy(), pieces.readCheckpoint()])
  try {
    const served = parsePolicy(suite.sha256, policyText)
    const known = seen === null ? served : parsePolicy(suite.sha256, seen.policy)
    const change = policyChange(known, served)
    if (change !== null) return { state: 'policy_changed', change, policyText }
    const head = await openLogHead(suite, known, note)
    if (!isQuorum(known, head)) return { state: 'too_few_witnesses', head }
    const retired = seen?.retired ?? null
    if (retired !== null)
      return await compareWithRetired(suite, pieces, { head, policyText }, retired)
    return await compareWithSeen(suite, pieces, { head, policyText }, seen?.checkpoint ?? null)
  } catch (error) {
    if (!(error instanceof TlogError)) throw error
    const { code } = error
    const isKnown = code === 'bad_signature' || code === 'untrusted'
    return { state: 'unsigned', reason: isKnown ? code : 'malformed' }
  }
}

async function compareWithRetired(
  suite: CryptoSuite,
  pieces: LogPieces,
  { head, policyText }: { head: LogHead; policyText: string },
  retired: RetiredLog,
): Promise<LogVerdict> {
  const beforeNote = retired.checkpoint
  const fault = await verifySuccessor(suite, pieces, head, retired)
  if (fault !== null) return { state: 'not_successor', fault, head, beforeNote }
  const follows = parseCheckpoint(parseNote(beforeNote).text)
  return { state: 'holds', head, policyText, before: null, follows }
}

async function compareWithSeen(
  suite: CryptoSuite,
  pieces: LogPieces,
  { head, policyText }: { head: LogHead; policyText: string },
  beforeNote: string | null,
): Promise<LogVerdict> {
  const follows = null
  if (beforeNote === null) return { state: 'holds', head, policyText, before: null, follows }
  const before = parseCheckpoint(parseNote(beforeNote).text)
  const { checkpoint } = head
  if (checkpoint.size < before.size) return { state: 'shrunk', head, before, beforeNote }
  const hasher = createTreeHasher(suite.sha256)
  const comparison = await compareHeads(hasher, pieces.readTile, before, checkpoint)
  switch (comparison) {
    case 'same':
      return { state: 'holds', head, policyText, before, follows }
    case 'forked':
      return { state: 'forked', head, before, beforeNote }
    case 'broken_tiles':
      return { state: 'broken_tiles', head }
  }
}

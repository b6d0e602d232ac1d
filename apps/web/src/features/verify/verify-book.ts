import {
  createTreeHasher,
  parseCheckpoint,
  parseNote,
  parsePolicy,
  quorumHolds,
  TlogError,
  verifyCheckpoint,
  type Checkpoint,
  type CryptoSuite,
  type Policy,
} from '@azalea/tlog'
import type { LogPieces } from './log-pieces.ts'
import { policyChange, type PolicyChange } from './policy-change.ts'
import { compareHeads } from './same-tree.ts'
import type { SeenBook } from './seen-book.ts'

/** A witness of the policy, and when it cosigned the checkpoint by its own clock; null: it did not. */
export interface WitnessSight {
  name: string
  at: Date | null
}

/** A checkpoint whose signature by the log holds. */
export interface Book {
  checkpoint: Checkpoint
  /** The signed note as it was served. */
  note: string
  witnesses: readonly WitnessSight[]
  /** How many of the witnesses must have cosigned, as far as one number can say it. */
  witnessesNeeded: number
}

export type BookReport =
  /** Everything holds; `before` is what this device had seen, null at first sight. */
  | { state: 'holds'; book: Book; policyText: string; before: Checkpoint | null }
  /** Signed, but by too few witnesses. */
  | { state: 'too_few_witnesses'; book: Book }
  /** The log now asks to trust others than this device knows. */
  | { state: 'policy_changed'; change: PolicyChange; policyText: string }
  /** It has fewer entries than this device has seen already. */
  | { state: 'shrunk'; book: Book; before: Checkpoint; beforeNote: string }
  /** It does not begin with what this device has seen: something was altered. */
  | { state: 'forked'; book: Book; before: Checkpoint; beforeNote: string }
  /** The tiles do not fit the signed root. */
  | { state: 'broken_tiles'; book: Book }
  /** A trusted key's signature does not hold, nobody trusted signed, or it cannot be read. */
  | { state: 'unsigned'; reason: 'bad_signature' | 'untrusted' | 'malformed' }

/**
 * Checks what a log publishes against what this device knows of it: signatures, quorum, and that it
 * only ever grew. Nothing that the server says of itself is believed.
 * Throws what `pieces` throws.
 */
export async function verifyBook(
  suite: CryptoSuite,
  pieces: LogPieces,
  seen: SeenBook | null,
): Promise<BookReport> {
  const [policyText, note] = await Promise.all([pieces.readPolicy(), pieces.readCheckpoint()])
  try {
    const served = parsePolicy(suite.sha256, policyText)
    const known = seen === null ? served : parsePolicy(suite.sha256, seen.policy)
    const change = policyChange(known, served)
    if (change !== null) return { state: 'policy_changed', change, policyText }
    const book = await openBook(suite, known, note)
    if (!isQuorum(known, book)) return { state: 'too_few_witnesses', book }
    return await compareWithSeen(suite, pieces, { book, policyText }, seen?.checkpoint ?? null)
  } catch (error) {
    if (!(error instanceof TlogError)) throw error
    const { code } = error
    const isKnown = code === 'bad_signature' || code === 'untrusted'
    return { state: 'unsigned', reason: isKnown ? code : 'malformed' }
  }
}

async function compareWithSeen(
  suite: CryptoSuite,
  pieces: LogPieces,
  { book, policyText }: { book: Book; policyText: string },
  beforeNote: string | null,
): Promise<BookReport> {
  if (beforeNote === null) return { state: 'holds', book, policyText, before: null }
  const before = parseCheckpoint(parseNote(beforeNote).text)
  const { checkpoint } = book
  if (checkpoint.size < before.size) return { state: 'shrunk', book, before, beforeNote }
  const hasher = createTreeHasher(suite.sha256)
  const comparison = await compareHeads(hasher, pieces.readTile, before, checkpoint)
  switch (comparison) {
    case 'same':
      return { state: 'holds', book, policyText, before }
    case 'forked':
      return { state: 'forked', book, before, beforeNote }
    case 'broken_tiles':
      return { state: 'broken_tiles', book }
  }
}

/**
 * Opens a checkpoint without asking for a quorum, so that it can be told who is missing.
 * @throws TlogError 'malformed', 'untrusted', 'bad_signature', 'bad_proof'
 */
export async function openBook(suite: CryptoSuite, policy: Policy, note: string): Promise<Book> {
  const anyNumber = { ...policy, quorum: 'none' }
  const { checkpoint, witnesses } = await verifyCheckpoint(suite, anyNumber, note)
  return {
    checkpoint,
    note,
    witnessesNeeded: neededBy(policy),
    witnesses: policy.witnesses.map(({ name }) => {
      const seconds = witnesses.find((one) => one.name === name)?.timestampSeconds
      return { name, at: seconds === undefined ? null : new Date(seconds * 1000) }
    }),
  }
}

export function isQuorum(policy: Policy, { witnesses }: Pick<Book, 'witnesses'>): boolean {
  const cosigned = witnesses.filter(({ at }) => at !== null).map(({ name }) => name)
  return quorumHolds(policy, new Set(cosigned))
}

function neededBy({ quorum, groups }: Policy): number {
  if (quorum === 'none') return 0
  return groups.find(({ name }) => name === quorum)?.threshold ?? 1
}

import { compareHeads } from './same-tree.ts'
import { openLogHead, type LogHead } from './open-log-head.ts'
import {
  createTreeHasher,
  decodeEntryBundle,
  equalBytes,
  parseCheckpoint,
  parseNote,
  parsePolicy,
  proveInclusion,
  tileWidth,
  TlogError,
  utf8Decode,
  type Checkpoint,
  type CryptoSuite,
} from '@azalea/tlog'
import type { LogPieces } from './log-pieces.ts'
import type { RetiredLog } from './seen-log.ts'

/**
 * Why a log does not go on from the one that this device had seen before it:
 * - `unnamed`: its first entry does not name that log, or is not the one that was signed
 * - `shrunk`: it was begun from fewer entries than this device has seen
 * - `forked`: what it was begun from does not begin with what this device has seen
 * - `unproved`: the old log's tiles no longer lead to what it was begun from
 */
export type SuccessionFault = 'unnamed' | 'shrunk' | 'forked' | 'unproved'

/** What a successor's first entry carries: the last checkpoint of the log before it. */
interface Succession {
  readonly origin: string
  readonly note: string
}

/**
 * Holds the first entry of a log against the retired one that this device remembers: it must carry
 * a checkpoint that the old log signed and that extends what was seen. Null when it does.
 * Throws what `pieces` throws.
 */
export async function verifySuccessor(
  suite: CryptoSuite,
  pieces: LogPieces,
  { checkpoint }: Pick<LogHead, 'checkpoint'>,
  retired: RetiredLog,
): Promise<SuccessionFault | null> {
  const before = parseCheckpoint(parseNote(retired.checkpoint).text)
  const named = await readSuccession(suite, pieces, checkpoint)
  if (named === null || named.origin !== before.origin) return 'unnamed'
  const last = await openLast(suite, retired.policy, named.note)
  if (last === null || last.origin !== before.origin) return 'unnamed'
  if (last.size < before.size) return 'shrunk'
  const hasher = createTreeHasher(suite.sha256)
  const { readTile } = pieces.ofLog(before.origin)
  switch (await compareHeads(hasher, readTile, before, last)) {
    case 'same':
      return null
    case 'forked':
      return 'forked'
    case 'broken_tiles':
      return 'unproved'
  }
}

/** Null when the first entry is none that begins a successor, or is not in the signed tree. */
async function readSuccession(
  { sha256 }: CryptoSuite,
  pieces: LogPieces,
  head: Checkpoint,
): Promise<Succession | null> {
  if (head.size === 0) return null
  const hasher = createTreeHasher(sha256)
  const width = tileWidth(0, 0, head.size)
  const bundle = await pieces.readBundle({ index: 0, width })
  try {
    const [first] = decodeEntryBundle(bundle, width)
    const { leafHash } = await proveInclusion(hasher, pieces.readTile, 0, head)
    if (first === undefined || !equalBytes(hasher.leaf(first), leafHash)) return null
    return successionOf(JSON.parse(utf8Decode(first)))
  } catch (error) {
    if (error instanceof TlogError || error instanceof SyntaxError) return null
    throw error
  }
}

function successionOf(leaf: unknown): Succession | null {
  const { kind, public: fields } = objectOf(leaf)
  const { origin, checkpoint } = objectOf(objectOf(fields)['previous'])
  if (kind !== 'log.begun' || typeof origin !== 'string' || typeof checkpoint !== 'string')
    return null
  return { origin, note: checkpoint }
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

/** Null when the old log, as this device trusted it, has not signed it. */
async function openLast(
  suite: CryptoSuite,
  policy: string,
  note: string,
): Promise<Checkpoint | null> {
  try {
    return (await openLogHead(suite, parsePolicy(suite.sha256, policy), note)).checkpoint
  } catch (error) {
    if (error instanceof TlogError) return null
    throw error
  }
}

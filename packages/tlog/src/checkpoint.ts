import { base64DecodeHash, base64EncodeHash } from './base64.ts'
import { formatDecimal, parseDecimal } from './decimal.ts'
import { TlogError } from './errors.ts'
import type { TreeHead } from './tree-hasher.ts'
import { checkNoteText } from './signed-note.ts'

/** A log's statement about its tree (c2sp.org/tlog-checkpoint), without signatures. */
export interface Checkpoint extends TreeHead {
  /** Names the log; by custom a URL without scheme. */
  origin: string
  /** Opaque further lines, NOT RECOMMENDED by the specification; usually none. */
  extensions: readonly string[]
}

/** Origin, size, root hash and extension lines, each ending in LF. @throws TlogError `malformed` */
export function formatCheckpoint(checkpoint: Checkpoint): string {
  const { origin, size, rootHash, extensions } = checkpoint
  const lines = [origin, formatDecimal(size), base64EncodeHash(rootHash), ...extensions]
  if (lines.some((line) => line === '' || line.includes('\n'))) {
    throw new TlogError('malformed', 'a checkpoint line is empty or has a line break')
  }
  const text = `${lines.join('\n')}\n`
  checkNoteText(text)
  return text
}

/**
 * Reads the text of a note as a checkpoint.
 *
 * @throws TlogError `malformed`
 */
export function parseCheckpoint(text: string): Checkpoint {
  checkNoteText(text)
  const lines = text.slice(0, -1).split('\n')
  const [origin, size, rootHash, ...extensions] = lines
  if (origin === undefined || size === undefined || rootHash === undefined || lines.includes('')) {
    throw new TlogError('malformed', 'a checkpoint has three lines or more, none of them empty')
  }
  return { origin, size: parseDecimal(size), rootHash: base64DecodeHash(rootHash), extensions }
}

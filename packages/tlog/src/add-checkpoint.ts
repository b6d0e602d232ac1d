import { base64DecodeHash, base64EncodeHash } from './base64.ts'
import { utf8Decode } from './bytes.ts'
import { formatDecimal, parseDecimal } from './decimal.ts'
import { TlogError } from './errors.ts'
import {
  formatNote,
  formatSignatureLine,
  parseNote,
  parseSignatureLines,
  type NoteSignature,
  type SignedNote,
} from './signed-note.ts'
import { MAX_PROOF_HASHES } from './verify-proof.ts'

/** What a log sends to `POST <prefix>/add-checkpoint` of a witness (c2sp.org/tlog-witness). */
export interface AddCheckpointRequest {
  /** Size of the checkpoint the witness cosigned last; 0 when it never did. */
  oldSize: number
  /** Consistency proof from `oldSize` to the checkpoint; empty from 0. */
  proof: readonly Uint8Array[]
  checkpoint: SignedNote
}

/** Content type of the body that tells a log the witness's size. */
export const SIZE_CONTENT_TYPE = 'text/x.tlog.size'

const malformed = (message: string) => new TlogError('malformed', message)

/** @throws TlogError `malformed`, `out_of_range` */
export function formatAddCheckpoint({ oldSize, proof, checkpoint }: AddCheckpointRequest): string {
  if (proof.length > MAX_PROOF_HASHES) throw malformed('too many hashes')
  const lines = [`old ${formatDecimal(oldSize)}`, ...proof.map(base64EncodeHash)]
  return `${lines.join('\n')}\n\n${formatNote(checkpoint)}`
}

/** Reads a request body; verifies nothing. @throws TlogError `malformed` */
export function parseAddCheckpoint(body: string | Uint8Array): AddCheckpointRequest {
  const text = typeof body === 'string' ? body : utf8Decode(body)
  const split = text.indexOf('\n\n')
  const [old, ...hashes] = text.slice(0, Math.max(split, 0)).split('\n')
  if (old === undefined || !old.startsWith('old ')) throw malformed('not an add-checkpoint request')
  if (hashes.length > MAX_PROOF_HASHES) throw malformed('too many hashes')
  return {
    oldSize: parseDecimal(old.slice('old '.length)),
    proof: hashes.map(base64DecodeHash),
    checkpoint: parseNote(text.slice(split + 2)),
  }
}

/** Body of a 200 answer: cosignature lines. @throws TlogError `malformed` */
export function formatCosignatures(signatures: readonly NoteSignature[]): string {
  if (signatures.length === 0) throw malformed('an answer has at least one cosignature')
  return signatures.map(formatSignatureLine).join('')
}

/** Body of a 409 answer with `SIZE_CONTENT_TYPE`. */
export function formatWitnessSize(size: number): string {
  return `${formatDecimal(size)}\n`
}

/** What a witness's answer means to the log. */
export type WitnessAnswer =
  /** Not verified yet: open them with the witness's key and the checkpoint's text. */
  | { kind: 'cosigned'; signatures: NoteSignature[] }
  /** The witness stands at another size: prove from there and send again. */
  | { kind: 'stale'; size: number }
  /** The witness holds another root, or the proof fails: a fork. Never send again as it is. */
  | { kind: 'inconsistent' }
  /** It does not know the log or its key, or does not understand us: the operators must act. */
  | { kind: 'refused'; status: number }
  /** It is overloaded or broken: try again later. */
  | { kind: 'unavailable'; status: number }

/**
 * Reads a witness's answer. A fork is told by 422 or, from older witnesses, by a 409 without the
 * size content type.
 *
 * @throws TlogError `malformed` when a 200 or a size answer is not what the protocol says
 */
export function readWitnessAnswer(answer: {
  status: number
  /** The `Content-Type` header, parameters and all; undefined when absent. */
  contentType: string | undefined
  body: string | Uint8Array
}): WitnessAnswer {
  const { status } = answer
  if (status === 200 || (status === 409 && isSize(answer.contentType))) {
    const text = typeof answer.body === 'string' ? answer.body : utf8Decode(answer.body)
    if (status === 200) return { kind: 'cosigned', signatures: parseSignatureLines(text) }
    if (!text.endsWith('\n')) throw malformed('the size has no end')
    return { kind: 'stale', size: parseDecimal(text.slice(0, -1)) }
  }
  if (status === 409 || status === 422) return { kind: 'inconsistent' }
  if (status === 429 || status >= 500) return { kind: 'unavailable', status }
  return { kind: 'refused', status }
}

function isSize(contentType: string | undefined): boolean {
  return contentType?.split(';')[0]?.trim().toLowerCase() === SIZE_CONTENT_TYPE
}

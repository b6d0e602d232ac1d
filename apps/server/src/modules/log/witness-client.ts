import {
  formatAddCheckpoint,
  formatNote,
  hexEncode,
  openNote,
  parseCheckpoint,
  parseNote,
  readWitnessAnswer,
  TlogError,
  utf8Encode,
  type Checkpoint,
  type NoteSignature,
  type PolicyWitness,
  type SignedNote,
  type VerifierKey,
} from '@azalea/tlog'
import { nodeSuite } from '../../platform/ed25519.ts'

/** How long one witness may take for one request. */
export const WITNESS_PATIENCE_MILLISECONDS = 1000

export type Cosigning =
  | { readonly kind: 'cosigned'; readonly signature: NoteSignature }
  /** It stands at another size than we thought. */
  | { readonly kind: 'stale'; readonly size: number }
  /** It says that our tree does not extend what it cosigned before. */
  | { readonly kind: 'fork' }
  /** It did not answer in time, or not as the protocol says. */
  | { readonly kind: 'absent'; readonly why: string }

export interface Submission {
  readonly oldSize: number
  readonly proof: readonly Uint8Array[]
  readonly checkpoint: SignedNote
}

/** Asks one witness once (tlog-witness). Never throws: a broken witness is an absent one. */
export async function askWitness(
  { key, url }: PolicyWitness,
  submission: Submission,
): Promise<Cosigning> {
  if (url === undefined) return { kind: 'absent', why: 'the policy names no address' }
  try {
    const response = await askOnly(`${withoutSlash(url)}/add-checkpoint`, {
      method: 'POST',
      body: formatAddCheckpoint(submission),
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    })
    const answer = readWitnessAnswer({
      status: response.status,
      contentType: response.headers.get('content-type') ?? undefined,
      body: await readBounded(response),
    })
    switch (answer.kind) {
      case 'cosigned':
        return await ownSignature(key, submission.checkpoint, answer.signatures)
      case 'stale':
        return answer
      case 'inconsistent':
        return { kind: 'fork' }
      case 'refused':
      case 'unavailable':
        return { kind: 'absent', why: `it answered ${answer.status}` }
    }
  } catch (error) {
    return { kind: 'absent', why: reasonOf(error) }
  }
}

/** The one line by the witness's own key, which must hold; others it may send are not ours to spread. */
async function ownSignature(
  key: VerifierKey,
  { text }: SignedNote,
  signatures: readonly NoteSignature[],
): Promise<Cosigning> {
  const own = signatures.filter(({ name, keyId }) => name === key.name && keyId === key.keyId)
  await openNote(nodeSuite, { text, signatures: own }, [key])
  const [signature] = own
  return signature ? { kind: 'cosigned', signature } : { kind: 'absent', why: 'it did not sign' }
}

/**
 * The last checkpoint of a log that a witness cosigned, if the witness can be asked and its answer
 * carries both signatures; else null.
 */
export async function readWitnessed(
  { key, url }: PolicyWitness,
  logKey: VerifierKey,
): Promise<{ checkpoint: Checkpoint; note: string } | null> {
  if (url === undefined) return null
  try {
    const logId = hexEncode(nodeSuite.sha256(utf8Encode(logKey.name)))
    const response = await askOnly(`${withoutSlash(url)}/${logId}/checkpoint`)
    if (response.status !== 200) return null
    const note = parseNote(await readBounded(response))
    const { verified } = await openNote(nodeSuite, note, [key, logKey])
    const checkpoint = parseCheckpoint(note.text)
    return verified.length === 2 && checkpoint.origin === logKey.name
      ? { checkpoint, note: formatNote(note) }
      : null
  } catch {
    return null // a witness that cannot be asked says nothing
  }
}

/** The names of those that do not show a checkpoint of the log with their cosignature, in order. */
export async function silentWitnesses(
  witnesses: readonly PolicyWitness[],
  logKey: VerifierKey,
): Promise<string[]> {
  const answers = await Promise.all(witnesses.map((witness) => readWitnessed(witness, logKey)))
  return witnesses.flatMap(({ name }, no) => (answers[no] === null ? [name] : []))
}

/** Whoever keeps a witness does not send this server to other addresses. */
function askOnly(url: string, request: RequestInit = {}): Promise<Response> {
  const signal = AbortSignal.timeout(WITNESS_PATIENCE_MILLISECONDS)
  return fetch(url, { ...request, signal, redirect: 'error' })
}

/** Of what a witness sends, or packs, no more is taken than any answer of the protocol has. */
const MOST_BYTES = 262_144

async function readBounded({ body }: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body ?? []) {
    length += chunk.length
    if (length > MOST_BYTES) throw new Error(`it answered more than ${MOST_BYTES} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, length)
}

function withoutSlash(url: string): string {
  return url.replace(/\/$/, '')
}

function reasonOf(error: unknown): string {
  if (error instanceof TlogError) return `${error.code}: ${error.message}`
  if (error instanceof Error)
    return error.cause instanceof Error ? error.cause.message : error.message
  return String(error)
}

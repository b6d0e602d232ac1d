import {
  SIZE_CONTENT_TYPE,
  TlogError,
  createTreeHasher,
  equalBytes,
  formatCosignatures,
  formatWitnessSize,
  openNote,
  parseAddCheckpoint,
  parseCheckpoint,
  sameKey,
  signNote,
  verifyConsistency,
  type AddCheckpointRequest,
  type Checkpoint,
  type NoteSignature,
  type SignedNote,
  type Signer,
} from '@azalea/tlog'
import type { CheckpointStore } from './checkpoint.store.ts'
import type { WitnessedLog } from './config.ts'
import { nodeSuite } from './ed25519.ts'
import type { Turns } from './turns.ts'

/** What the action answers; `text` is the body. */
export interface Answer {
  status: 200 | 400 | 403 | 404 | 409 | 422
  contentType: string
  text: string
}

export interface WitnessParts {
  logs: readonly WitnessedLog[]
  signer: Signer
  store: CheckpointStore
  turns: Turns
  now: () => Date
}

const hasher = createTreeHasher(nodeSuite.sha256)

const answer = (status: Answer['status'], text: string): Answer => ({
  status,
  contentType: 'text/plain; charset=utf-8',
  text: `${text}\n`,
})

/**
 * Cosigns a checkpoint that is signed by its log and extends what was cosigned last
 * (c2sp.org/tlog-witness, add-checkpoint). Refusals are answers; what throws is a fault of ours:
 * WitnessError `bad_state`, or the file system's, after which nothing was cosigned.
 */
export async function addCheckpoint(parts: WitnessParts, body: Uint8Array): Promise<Answer> {
  let request: AddCheckpointRequest
  let checkpoint: Checkpoint
  try {
    request = parseAddCheckpoint(body)
    checkpoint = parseCheckpoint(request.checkpoint.text)
  } catch (error) {
    if (error instanceof TlogError) return answer(400, error.message)
    throw error
  }
  const log = parts.logs.find(({ origin }) => origin === checkpoint.origin)
  if (log === undefined) return answer(404, 'unknown log')
  const signed = await signedByLog(log, request.checkpoint)
  if (signed === undefined) return answer(403, 'no valid signature by a key of the log')
  if (request.oldSize > checkpoint.size) return answer(400, 'the old size is above the new one')
  // From reading the last size to persisting the new one no other request for this log may run, or
  // a slow request would roll back a fast one.
  return parts.turns.take(log.origin, () => cosignInTurn(parts, request, checkpoint, signed))
}

/** The note with the lines of trusted keys only; undefined when none holds or one does not. */
async function signedByLog(log: WitnessedLog, note: SignedNote): Promise<SignedNote | undefined> {
  try {
    const { verified } = await openNote(nodeSuite, note, log.keys)
    const seen: NoteSignature[] = []
    for (const { key } of verified) {
      const line = note.signatures.find((one) => one.name === key.name && one.keyId === key.keyId)
      if (line !== undefined && log.keys.some((trusted) => sameKey(trusted, key))) seen.push(line)
    }
    return { text: note.text, signatures: seen }
  } catch (error) {
    if (error instanceof TlogError) return undefined
    throw error
  }
}

async function cosignInTurn(
  { store, signer, now }: WitnessParts,
  request: AddCheckpointRequest,
  checkpoint: Checkpoint,
  signed: SignedNote,
): Promise<Answer> {
  const { origin, size, rootHash } = checkpoint
  const last = (await store.read(origin))?.checkpoint
  const oldSize = last?.size ?? 0
  if (request.oldSize !== oldSize) {
    return { status: 409, contentType: SIZE_CONTENT_TYPE, text: formatWitnessSize(oldSize) }
  }
  const oldRootHash = last?.rootHash ?? hasher.emptyRoot
  try {
    verifyConsistency(hasher, { oldSize, oldRootHash, size, rootHash }, request.proof)
  } catch (error) {
    if (!(error instanceof TlogError)) throw error
    if (last !== undefined && size === oldSize && !equalBytes(rootHash, oldRootHash)) {
      await store.keepEvidence(origin, signed)
    }
    return answer(422, error.message)
  }
  const cosignature = await signNote(signer, signed.text, Math.floor(now().getTime() / 1000))
  // Nobody has seen the cosignature yet. A crash before this write forgets it; a crash after it
  // leaves us at the new size, which the log learns from the next 409.
  await store.replace(origin, {
    text: signed.text,
    signatures: [...signed.signatures, cosignature],
  })
  return {
    status: 200,
    contentType: 'text/plain; charset=utf-8',
    text: formatCosignatures([cosignature]),
  }
}

import { equalBytes } from './bytes.ts'
import { parseCheckpoint, type Checkpoint } from './checkpoint.ts'
import { TlogError } from './errors.ts'
import type { VerifierKey } from './keys.ts'
import { quorumHolds, type Policy } from './policy.ts'
import { openNote, sameKey, type CryptoSuite } from './signatures.ts'
import { parseNote, type SignedNote } from './signed-note.ts'

/** A checkpoint that satisfies a policy, and why. */
export interface WitnessedCheckpoint {
  checkpoint: Checkpoint
  /** The log key that signed. */
  logKey: VerifierKey
  /** The policy's witnesses that cosigned, in the policy's order; may be more than the quorum. */
  witnesses: { name: string; key: VerifierKey; timestampSeconds: number }[]
}

/**
 * Verifies that a checkpoint is signed by a log of the policy whose key name is its origin, and
 * cosigned by the policy's quorum.
 *
 * @throws TlogError `malformed`, `untrusted`, `bad_signature`, `quorum_not_met`, `bad_proof` when an
 * empty tree has another root
 */
export async function verifyCheckpoint(
  suite: CryptoSuite,
  policy: Policy,
  note: string | Uint8Array | SignedNote,
): Promise<WitnessedCheckpoint> {
  const parsed = typeof note === 'string' || note instanceof Uint8Array ? parseNote(note) : note
  const checkpoint = parseCheckpoint(parsed.text)
  const logKeys = policy.logs.map(({ key }) => key).filter(({ name }) => name === checkpoint.origin)
  if (logKeys.length === 0) {
    throw new TlogError('untrusted', `no log of the policy has the origin ${checkpoint.origin}`)
  }
  const keys = [...logKeys, ...policy.witnesses.map(({ key }) => key)]
  const { verified } = await openNote(suite, parsed, keys)
  const signatureBy = (key: VerifierKey) => verified.find((one) => sameKey(one.key, key))
  const logKey = logKeys.find((key) => signatureBy(key) !== undefined)
  if (logKey === undefined) throw new TlogError('untrusted', 'the log has not signed')
  const witnesses = policy.witnesses.flatMap(({ name, key }) => {
    const timestampSeconds = signatureBy(key)?.timestampSeconds
    return timestampSeconds === undefined ? [] : [{ name, key, timestampSeconds }]
  })
  if (!quorumHolds(policy, new Set(witnesses.map(({ name }) => name)))) {
    throw new TlogError('quorum_not_met', `${witnesses.length} witnesses are not the quorum`)
  }
  const { size, rootHash } = checkpoint
  if (size === 0 && !equalBytes(rootHash, suite.sha256(new Uint8Array(0)))) {
    throw new TlogError('bad_proof', 'an empty tree has another root')
  }
  return { checkpoint, logKey, witnesses }
}

import { concatBytes, equalBytes, uint64At, uint64Bytes, utf8Encode } from './bytes.ts'
import { parseCheckpoint } from './checkpoint.ts'
import { TlogError } from './errors.ts'
import type { KeyType, VerifierKey } from './keys.ts'
import type { Sha256 } from './sha256.ts'
import { parseNote, type NoteSignature, type SignedNote } from './signed-note.ts'

/** Says whether `signature` over `message` is by `publicKey`; may answer later, as WebCrypto does. */
export type VerifySignature = (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => boolean | Promise<boolean>

/** The cryptography that the engine at hand provides. */
export interface CryptoSuite {
  sha256: Sha256
  /** RFC 8032 Ed25519, 64-byte signatures. */
  verifyEd25519: VerifySignature
  /**
   * FIPS 204 ML-DSA-44 with an empty context, 2420-byte signatures. Without it, ML-DSA signatures
   * are like those of unknown keys: ignored, and counted for nobody.
   */
  verifyMlDsa44?: VerifySignature
}

/** A key and the operation that only its holder can do. */
export interface Signer {
  key: VerifierKey
  /** Signs the bytes with the plain algorithm of `key.type` (Ed25519, or ML-DSA-44). */
  sign: (message: Uint8Array) => Uint8Array | Promise<Uint8Array>
}

/** A signature that was checked and holds. */
export interface VerifiedSignature {
  key: VerifierKey
  /** When it was made, by the cosigner's own clock, POSIX seconds; absent for plain signatures. */
  timestampSeconds?: number
}

/** A note with the signatures that hold, one a key, in the order of the lines. */
export interface OpenedNote {
  text: string
  verified: VerifiedSignature[]
}

const TIMESTAMP_BYTES = 8

const SIGNATURE_BYTES: Record<KeyType, number> = {
  ed25519: 64,
  ed25519_cosignature: TIMESTAMP_BYTES + 64,
  ml_dsa_44_cosignature: TIMESTAMP_BYTES + 2420,
}

/**
 * The bytes that a key of each type signs for a note's text. Cosignatures stand for checkpoints
 * only; ML-DSA-44 ones do not cover extension lines, so a text that has them is refused rather
 * than half signed.
 *
 * @throws TlogError `malformed` when the text is no checkpoint such a key can sign
 */
export function signedMessage(
  key: Pick<VerifierKey, 'name' | 'type'>,
  text: string,
  timestampSeconds: number,
): Uint8Array {
  switch (key.type) {
    case 'ed25519':
      return utf8Encode(text)
    case 'ed25519_cosignature':
      parseCheckpoint(text)
      return utf8Encode(`cosignature/v1\ntime ${timestampSeconds}\n${text}`)
    case 'ml_dsa_44_cosignature': {
      const { origin, size, rootHash, extensions } = parseCheckpoint(text)
      if (extensions.length > 0) {
        throw new TlogError('malformed', 'ML-DSA cosignatures do not cover extension lines')
      }
      return concatBytes(
        utf8Encode('subtree/v1\n\0'),
        prefixed(key.name),
        uint64Bytes(timestampSeconds),
        prefixed(origin),
        uint64Bytes(0),
        uint64Bytes(size),
        rootHash,
      )
    }
  }
}

function prefixed(name: string): Uint8Array {
  const bytes = utf8Encode(name)
  if (bytes.length < 1 || bytes.length > 255) {
    throw new TlogError('malformed', 'a cosigned name has 1 to 255 bytes')
  }
  return concatBytes(Uint8Array.of(bytes.length), bytes)
}

/**
 * Signs a note's text: a plain signature, or a cosignature dated `timestampSeconds` (POSIX).
 *
 * @throws TlogError `malformed`, `out_of_range`, `bad_signature` when the signer's answer has the
 * wrong length; and what the signer throws
 */
export async function signNote(
  signer: Signer,
  text: string,
  timestampSeconds: number,
): Promise<NoteSignature> {
  const { name, keyId, type } = signer.key
  const timestamp = uint64Bytes(timestampSeconds)
  const bare = await signer.sign(signedMessage(signer.key, text, timestampSeconds))
  const signature = type === 'ed25519' ? bare : concatBytes(timestamp, bare)
  if (signature.length !== SIGNATURE_BYTES[type]) {
    throw new TlogError('bad_signature', `a ${type} signature has another length`)
  }
  return { name, keyId, signature }
}

/** Of the year 9999: later ones have no four digits, and far later ones no date at all. */
const LAST_SECOND = 253_402_300_799

/** Undefined when it does not hold. */
async function verifySignature(
  verify: VerifySignature,
  key: VerifierKey,
  text: string,
  signature: Uint8Array,
): Promise<VerifiedSignature | undefined> {
  if (signature.length !== SIGNATURE_BYTES[key.type]) return undefined
  const dated = key.type !== 'ed25519'
  const timestampSeconds = dated ? uint64At(signature, 0) : 0
  // Whoever shows a time needs one that calendars have; the format allows refusing the future.
  if (timestampSeconds === undefined || timestampSeconds > LAST_SECOND) return undefined
  let message: Uint8Array
  try {
    message = signedMessage(key, text, timestampSeconds)
  } catch (error) {
    if (error instanceof TlogError) return undefined
    throw error
  }
  const bare = dated ? signature.slice(TIMESTAMP_BYTES) : signature
  if (!(await verify(key.publicKey, message, bare))) return undefined
  return dated ? { key, timestampSeconds } : { key }
}

/**
 * Verifies a note against the keys one trusts. Lines by other keys are ignored; one line by a
 * trusted key that does not hold spoils the whole note, whatever else stands there.
 *
 * @throws TlogError `malformed`, `bad_signature`, `untrusted` when no trusted key signed
 */
export async function openNote(
  suite: CryptoSuite,
  note: string | Uint8Array | SignedNote,
  keys: readonly VerifierKey[],
): Promise<OpenedNote> {
  const { text, signatures } =
    typeof note === 'string' || note instanceof Uint8Array ? parseNote(note) : note
  const verified: VerifiedSignature[] = []
  for (const line of signatures) {
    const key = keys.find(({ name, keyId }) => name === line.name && keyId === line.keyId)
    if (key === undefined) continue
    const verify = key.type === 'ml_dsa_44_cosignature' ? suite.verifyMlDsa44 : suite.verifyEd25519
    if (verify === undefined) continue
    const signature = await verifySignature(verify, key, text, line.signature)
    if (signature === undefined) {
      throw new TlogError('bad_signature', `the signature of ${key.name} does not hold`)
    }
    if (!verified.some((other) => sameKey(other.key, key))) verified.push(signature)
  }
  if (verified.length === 0) throw new TlogError('untrusted', 'no trusted key signed the note')
  return { text, verified }
}

/** Same name, type and public key. */
export function sameKey(a: VerifierKey, b: VerifierKey): boolean {
  return a.name === b.name && a.type === b.type && equalBytes(a.publicKey, b.publicKey)
}

import { base64Decode, base64Encode } from './base64.ts'
import { concatBytes, uint32At, utf8Encode } from './bytes.ts'
import { TlogError } from './errors.ts'
import type { Sha256 } from './sha256.ts'

/**
 * The note signature types this package makes and checks:
 * 0x01 `ed25519` (signed-note), 0x04 `ed25519_cosignature` and 0x06 `ml_dsa_44_cosignature`
 * (tlog-cosignature).
 */
export type KeyType = 'ed25519' | 'ed25519_cosignature' | 'ml_dsa_44_cosignature'

interface KeyTypeFacts {
  byte: number
  publicKeyBytes: number
}

const KEY_TYPES: Record<KeyType, KeyTypeFacts> = {
  ed25519: { byte: 0x01, publicKeyBytes: 32 },
  ed25519_cosignature: { byte: 0x04, publicKeyBytes: 32 },
  ml_dsa_44_cosignature: { byte: 0x06, publicKeyBytes: 1312 },
}

/** A public key under a name. Name and `keyId` together are what a signature line refers to. */
export interface VerifierKey {
  name: string
  keyId: number
  type: KeyType
  publicKey: Uint8Array
}

// White_Space covers the Unicode spaces; a comma is added to neither list by the specification.
const UNICODE_SPACE_OR_PLUS = /[\p{White_Space}+]/u

/**
 * Checks a key name (signed-note): not empty, without Unicode spaces, `+` or control characters.
 *
 * @throws TlogError `malformed`
 */
export function checkKeyName(name: string): void {
  const bytes = utf8Encode(name)
  if (name === '' || UNICODE_SPACE_OR_PLUS.test(name) || bytes.some((byte) => byte < 0x20)) {
    throw new TlogError('malformed', `not a key name: ${JSON.stringify(name)}`)
  }
}

/**
 * Names a public key; its key ID is SHA256(name ‖ LF ‖ type ‖ public key)[0:4].
 *
 * @throws TlogError `malformed` for a bad name or a key of the wrong length
 */
export function createVerifierKey(
  sha256: Sha256,
  key: { name: string; type: KeyType; publicKey: Uint8Array },
): VerifierKey {
  checkKeyName(key.name)
  const { byte, publicKeyBytes } = KEY_TYPES[key.type]
  if (key.publicKey.length !== publicKeyBytes) {
    throw new TlogError('malformed', `a ${key.type} public key has ${publicKeyBytes} bytes`)
  }
  const typed = concatBytes(Uint8Array.of(byte), key.publicKey)
  return { ...key, keyId: uint32At(sha256(concatBytes(utf8Encode(`${key.name}\n`), typed)), 0) }
}

/** Eight lower-case hexadecimal digits. */
export function formatKeyId(keyId: number): string {
  return keyId.toString(16).padStart(8, '0')
}

/** The vkey `name+hhhhhhhh+base64(type ‖ public key)`. */
export function formatVerifierKey(key: VerifierKey): string {
  const typed = concatBytes(Uint8Array.of(KEY_TYPES[key.type].byte), key.publicKey)
  return `${key.name}+${formatKeyId(key.keyId)}+${base64Encode(typed)}`
}

const VERIFIER_KEY = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/

/**
 * Reads a vkey and checks that its key ID belongs to the key.
 *
 * @throws TlogError `malformed`, `unsupported_key`
 */
export function parseVerifierKey(sha256: Sha256, text: string): VerifierKey {
  const [, name, keyId, encoded] = VERIFIER_KEY.exec(text) ?? []
  if (name === undefined || keyId === undefined || encoded === undefined) {
    throw new TlogError('malformed', 'not a verifier key')
  }
  const { type, material } = splitTyped(encoded)
  const key = createVerifierKey(sha256, { name, type, publicKey: material })
  if (formatKeyId(key.keyId) !== keyId) {
    throw new TlogError('malformed', 'the key ID does not belong to the verifier key')
  }
  return key
}

function splitTyped(encoded: string): { type: KeyType; material: Uint8Array } {
  const typed = base64Decode(encoded)
  for (const [type, { byte }] of Object.entries(KEY_TYPES)) {
    if (isKeyType(type) && typed[0] === byte) return { type, material: typed.slice(1) }
  }
  throw new TlogError('unsupported_key', `unknown key type ${typed[0]}`)
}

function isKeyType(type: string): type is KeyType {
  return type in KEY_TYPES
}

/** A private key's seed under a name, as Go's note package and the log ecosystem keep it. */
export interface SignerSeed {
  name: string
  keyId: number
  type: KeyType
  /** 32 bytes, for Ed25519 (RFC 8032) as for ML-DSA-44 (FIPS 204). */
  seed: Uint8Array
}

const SIGNER_KEY = /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/

/** `PRIVATE+KEY+name+hhhhhhhh+base64(type ‖ seed)`; `key` is the public half. Keep it secret. */
export function formatSignerSeed(key: VerifierKey, seed: Uint8Array): string {
  if (seed.length !== 32) throw new TlogError('out_of_range', 'a seed has 32 bytes')
  const typed = concatBytes(Uint8Array.of(KEY_TYPES[key.type].byte), seed)
  return `PRIVATE+KEY+${key.name}+${formatKeyId(key.keyId)}+${base64Encode(typed)}`
}

/**
 * Reads what `formatSignerSeed` wrote. The caller derives the public key and must check that its
 * key ID is `keyId`.
 *
 * @throws TlogError `malformed`, `unsupported_key`
 */
export function parseSignerSeed(text: string): SignerSeed {
  const [, name, keyId, encoded] = SIGNER_KEY.exec(text) ?? []
  if (name === undefined || keyId === undefined || encoded === undefined) {
    throw new TlogError('malformed', 'not a signer key')
  }
  checkKeyName(name)
  const { type, material } = splitTyped(encoded)
  if (material.length !== 32) throw new TlogError('malformed', 'a seed has 32 bytes')
  return { name, keyId: parseInt(keyId, 16), type, seed: material }
}

import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import type { CryptoSuite } from '@azalea/tlog'

// RFC 8410: the fixed DER in front of a raw 32-byte seed or public key.
const PRIVATE_KEY_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC_KEY_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')

/** Node's cryptography. No ML-DSA: Node 20 has none. */
export const nodeSuite: CryptoSuite = {
  sha256: (message) => new Uint8Array(createHash('sha256').update(message).digest()),
  verifyEd25519: (publicKey, message, signature) => {
    const der = Buffer.concat([PUBLIC_KEY_PREFIX, publicKey])
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
    return verify(null, message, key, signature)
  },
}

/** The key pair of a 32-byte seed (RFC 8032). */
export function ed25519FromSeed(seed: Uint8Array): {
  publicKey: Uint8Array
  sign: (message: Uint8Array) => Uint8Array
} {
  const der = Buffer.concat([PRIVATE_KEY_PREFIX, seed])
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' })
  return {
    publicKey: new Uint8Array(spki.subarray(PUBLIC_KEY_PREFIX.length)),
    sign: (message) => new Uint8Array(sign(null, message, key)),
  }
}

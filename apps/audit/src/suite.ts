import { createHash, createPublicKey, verify } from 'node:crypto'
import { createTreeHasher, type CryptoSuite } from '@azalea/tlog'

// RFC 8410: the fixed DER in front of a raw 32-byte public key.
const PUBLIC_KEY_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')

/** Node's cryptography. No ML-DSA: Node 20 has none, so such cosignatures count for nobody. */
export const suite: CryptoSuite = {
  sha256: (message) => createHash('sha256').update(message).digest(),
  verifyEd25519: (publicKey, message, signature) => {
    const der = Buffer.concat([PUBLIC_KEY_PREFIX, publicKey])
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
    return verify(null, message, key, signature)
  },
}

export const hasher = createTreeHasher(suite.sha256)

export function sha256Text(text: string, encoding: 'hex' | 'base64url'): string {
  return createHash('sha256').update(text, 'utf8').digest(encoding)
}

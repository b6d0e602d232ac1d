import { createPrivateKey, createPublicKey, hash, sign, verify } from 'node:crypto'
import type { CryptoSuite, Signer } from '@azalea/tlog'
import { createVerifierKey } from '@azalea/tlog'

// RFC 8410: the fixed DER in front of a raw 32-byte seed or public key.
const PRIVATE_KEY_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC_KEY_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')

/** Node's own cryptography for packages/tlog. No ML-DSA: Node 20 has none. */
export const nodeSuite: CryptoSuite = {
  sha256: (message) => hash('sha256', message, 'buffer'),
  verifyEd25519: (publicKey, message, signature) => {
    const der = Buffer.concat([PUBLIC_KEY_PREFIX, publicKey])
    return verify(
      null,
      message,
      createPublicKey({ key: der, format: 'der', type: 'spki' }),
      signature,
    )
  },
}

/** A log's signer under a name, from a 32-byte seed (RFC 8032). */
export function signerFromSeed(name: string, seed: Uint8Array): Signer {
  const der = Buffer.concat([PRIVATE_KEY_PREFIX, seed])
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' })
  const publicKey = new Uint8Array(spki.subarray(PUBLIC_KEY_PREFIX.length))
  return {
    key: createVerifierKey(nodeSuite.sha256, { name, type: 'ed25519', publicKey }),
    sign: (message) => sign(null, message, key),
  }
}

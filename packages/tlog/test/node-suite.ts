import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { ml_dsa44 } from '@noble/post-quantum/ml-dsa.js'
import {
  concatBytes,
  createVerifierKey,
  hexDecode,
  type CryptoSuite,
  type KeyType,
  type Signer,
} from '../src/index.ts'

/** The cryptography of Node and a second library, for the tests. */
export const nodeSuite = {
  sha256: (message: Uint8Array) => new Uint8Array(createHash('sha256').update(message).digest()),
  verifyEd25519: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => {
    const der = concatBytes(hexDecode('302a300506032b6570032100'), publicKey)
    const key = createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' })
    return verify(null, message, key, signature)
  },
  verifyMlDsa44: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) =>
    ml_dsa44.verify(signature, message, publicKey),
} satisfies CryptoSuite

function ed25519FromSeed(seed: Uint8Array) {
  const der = concatBytes(hexDecode('302e020100300506032b657004220420'), seed)
  const key = createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' })
  return {
    publicKey: new Uint8Array(spki.subarray(12)),
    sign: (message: Uint8Array) => new Uint8Array(sign(null, message, key)),
  }
}

/** A signer whose key follows from its name and type alone, so that tests repeat exactly. */
export function testSigner(name: string, type: KeyType): Signer {
  const seed = nodeSuite.sha256(new TextEncoder().encode(`test key ${name} ${type}`))
  if (type === 'ml_dsa_44_cosignature') {
    const { publicKey, secretKey } = ml_dsa44.keygen(seed)
    return {
      key: createVerifierKey(nodeSuite.sha256, { name, type, publicKey }),
      sign: (message) => ml_dsa44.sign(message, secretKey, { extraEntropy: false }),
    }
  }
  const { publicKey, sign: signEd25519 } = ed25519FromSeed(seed)
  return { key: createVerifierKey(nodeSuite.sha256, { name, type, publicKey }), sign: signEd25519 }
}

import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256, type CryptoSuite } from '@azalea/tlog'

/** WeChat has no cryptography that checks signatures, so a library does; as RFC 8032 has it. */
export const cryptoSuite: CryptoSuite = {
  sha256,
  verifyEd25519: (publicKey, message, signature) =>
    ed25519.verify(signature, message, publicKey, { zip215: false }),
}

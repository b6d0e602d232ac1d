import {
  sha256,
  verifyEd25519With,
  type CryptoSuite,
  type SubtleEd25519,
  type VerifySignature,
} from '@azalea/tlog'

let opened: Promise<CryptoSuite> | null = null

/** The cryptography of this browser, looked for once. */
export function cryptoSuite(): Promise<CryptoSuite> {
  opened ??= openCryptoSuite().catch((error: unknown) => {
    opened = null // a library that did not arrive may arrive later
    throw error
  })
  return opened
}

const WARM_UP_BYTES = 16 * 1024

/**
 * Looks for the cryptography and hashes a little, while nobody waits: a browser runs code slowly
 * until it has run it some hundred times, and a first receipt is some sixty blocks of SHA-256.
 */
export async function warmUpCrypto(): Promise<void> {
  const suite = await cryptoSuite()
  suite.sha256(new Uint8Array(WARM_UP_BYTES))
}

/**
 * The cryptography of this browser. Its own Ed25519 where it has one; older ones, and every page
 * that came without TLS, have none, so a library is loaded for them. Neither asks the server.
 */
export async function openCryptoSuite(
  subtle: SubtleEd25519<CryptoKey> | undefined = ownSubtle(),
): Promise<CryptoSuite> {
  const own = subtle !== undefined && (await knowsEd25519(subtle))
  return { sha256, verifyEd25519: own ? verifyEd25519With(subtle) : await libraryEd25519() }
}

/** Missing in insecure contexts, whatever the types say. */
function ownSubtle(): SubtleCrypto | undefined {
  return (crypto as { subtle?: SubtleCrypto }).subtle
}

async function knowsEd25519(subtle: SubtleEd25519<CryptoKey>): Promise<boolean> {
  // A point of the curve (RFC 8032, section 7.1, test 1): that it can be imported is enough to know.
  const hex = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a'
  const key = Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
  try {
    await subtle.importKey('raw', key, 'Ed25519', false, ['verify'])
    return true
  } catch {
    return false
  }
}

async function libraryEd25519(): Promise<VerifySignature> {
  const { ed25519 } = await import('@noble/curves/ed25519.js')
  // As RFC 8032 has it and WebCrypto does, not the laxer rule of some blockchains.
  return (publicKey, message, signature) =>
    ed25519.verify(signature, message, publicKey, { zip215: false })
}

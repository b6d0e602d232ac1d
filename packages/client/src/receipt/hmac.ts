import { concatBytes, type Sha256 } from '@azalea/tlog'

const BLOCK_BYTES = 64

/** HMAC-SHA-256 (RFC 2104). Here and not WebCrypto's, which pages without TLS do not have. */
export function hmacSha256(sha256: Sha256, key: Uint8Array, message: Uint8Array): Uint8Array {
  const block = new Uint8Array(BLOCK_BYTES)
  block.set(key.length > BLOCK_BYTES ? sha256(key) : key)
  const inner = sha256(concatBytes(xored(block, 0x36), message))
  return sha256(concatBytes(xored(block, 0x5c), inner))
}

function xored(block: Uint8Array, pad: number): Uint8Array {
  return block.map((byte) => byte ^ pad)
}

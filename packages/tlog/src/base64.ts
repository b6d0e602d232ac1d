import { TlogError } from './errors.ts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

const VALUE_OF = new Int8Array(128).fill(-1)
for (let i = 0; i < ALPHABET.length; i++) VALUE_OF[ALPHABET.charCodeAt(i)] = i

/** RFC 4648 section 4: standard alphabet, padded. */
export function base64Encode(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const a = bytes[i] ?? 0
    const b = bytes[i + 1] ?? 0
    const c = bytes[i + 2] ?? 0
    text += ALPHABET.charAt(a >> 2) + ALPHABET.charAt(((a & 3) << 4) | (b >> 4))
    text += i + 1 < bytes.length ? ALPHABET.charAt(((b & 15) << 2) | (c >> 6)) : '='
    text += i + 2 < bytes.length ? ALPHABET.charAt(c & 63) : '='
  }
  return text
}

/**
 * Reads the one canonical encoding: standard alphabet, full padding, no white space, unused bits
 * zero. Two texts never decode to the same bytes, so a signed text cannot be restated.
 *
 * @throws TlogError `malformed`
 */
export function base64Decode(text: string): Uint8Array {
  if (text.length % 4 !== 0) throw new TlogError('malformed', 'base64 is not padded')
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const digits = text.length - padding
  const out = new Uint8Array(Math.floor((digits * 3) / 4))
  let bits = 0
  let bitCount = 0
  let length = 0
  for (let i = 0; i < digits; i++) {
    const code = text.charCodeAt(i)
    const value = code < 128 ? (VALUE_OF[code] ?? -1) : -1
    if (value < 0) throw new TlogError('malformed', 'base64 has a character outside its alphabet')
    bits = ((bits << 6) | value) & 0xffff
    bitCount += 6
    if (bitCount >= 8) {
      bitCount -= 8
      out[length++] = (bits >> bitCount) & 0xff
    }
  }
  if ((bits & ((1 << bitCount) - 1)) !== 0) {
    throw new TlogError('malformed', 'base64 is not canonical')
  }
  return out
}

export const HASH_BYTES = 32

/** Reads the 44 characters of one SHA-256 hash. @throws TlogError `malformed` */
export function base64DecodeHash(text: string): Uint8Array {
  if (text.length !== 44) throw new TlogError('malformed', 'a hash is 44 base64 characters')
  const hash = base64Decode(text)
  if (hash.length !== HASH_BYTES) throw new TlogError('malformed', 'a hash is 32 bytes')
  return hash
}

/** Writes one SHA-256 hash. @throws TlogError `malformed` unless it has 32 bytes */
export function base64EncodeHash(hash: Uint8Array): string {
  if (hash.length !== HASH_BYTES) throw new TlogError('malformed', 'a hash is 32 bytes')
  return base64Encode(hash)
}

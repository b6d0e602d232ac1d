import { TlogError } from './errors.ts'

const malformed = (message: string) => new TlogError('malformed', message)

/** Compares contents. Not constant-time: nothing compared here is secret. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let offset = 0
  for (const part of parts) {
    out.set(part, offset)
    offset += part.length
  }
  return out
}

/**
 * UTF-8 without `TextEncoder`, which plain JavaScript engines lack.
 *
 * @throws TlogError `malformed` on a lone surrogate
 */
export function utf8Encode(text: string): Uint8Array {
  const out = new Uint8Array(text.length * 3)
  let length = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0
    if (code < 0x80) {
      out[length++] = code
      continue
    }
    if (code >= 0xd800 && code <= 0xdfff) throw malformed('text has a lone surrogate')
    if (code < 0x800) {
      out[length++] = 0xc0 | (code >> 6)
    } else if (code < 0x10000) {
      out[length++] = 0xe0 | (code >> 12)
      out[length++] = 0x80 | ((code >> 6) & 0x3f)
    } else {
      i++ // the pair's second half
      out[length++] = 0xf0 | (code >> 18)
      out[length++] = 0x80 | ((code >> 12) & 0x3f)
      out[length++] = 0x80 | ((code >> 6) & 0x3f)
    }
    out[length++] = 0x80 | (code & 0x3f)
  }
  return out.slice(0, length)
}

/**
 * Strict UTF-8: no overlong forms, surrogates, truncation or replacement characters; a byte order
 * mark is text like any other.
 *
 * @throws TlogError `malformed`
 */
export function utf8Decode(bytes: Uint8Array): string {
  let text = ''
  let i = 0
  while (i < bytes.length) {
    const first = bytes[i] ?? 0
    const length = sequenceLength(first)
    if (i + length > bytes.length) throw malformed('truncated UTF-8')
    let code = length === 1 ? first : first & (0x7f >> length)
    for (let k = 1; k < length; k++) {
      const next = bytes[i + k] ?? 0
      if ((next & 0xc0) !== 0x80) throw malformed('invalid UTF-8')
      code = (code << 6) | (next & 0x3f)
    }
    const overlong = code < (SMALLEST_OF_LENGTH[length] ?? 0)
    if (overlong || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
      throw malformed('invalid UTF-8')
    }
    text += String.fromCodePoint(code)
    i += length
  }
  return text
}

const SMALLEST_OF_LENGTH = [0, 0, 0x80, 0x800, 0x10000]

function sequenceLength(first: number): number {
  if (first < 0x80) return 1
  if (first >= 0xc2 && first < 0xe0) return 2
  if (first >= 0xe0 && first < 0xf0) return 3
  if (first >= 0xf0 && first < 0xf5) return 4
  throw malformed('invalid UTF-8')
}

/** Lower-case hexadecimal. */
export function hexEncode(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}

/** Reads lower-case hexadecimal. @throws TlogError `malformed` */
export function hexDecode(text: string): Uint8Array {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) throw malformed('not lower-case hex')
  const out = new Uint8Array(text.length / 2)
  for (let i = 0; i < out.length; i++) out[i] = parseInt(text.slice(2 * i, 2 * i + 2), 16)
  return out
}

export function uint32At(bytes: Uint8Array, offset: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(offset)
}

/** Big-endian, as every integer in these formats. */
export function uint32Bytes(value: number): Uint8Array {
  const out = new Uint8Array(4)
  new DataView(out.buffer).setUint32(0, value)
  return out
}

/** Undefined when the value is above 2^53 - 1, where a number would no longer be exact. */
export function uint64At(bytes: Uint8Array, offset: number): number | undefined {
  const value = uint32At(bytes, offset) * 0x1_0000_0000 + uint32At(bytes, offset + 4)
  return Number.isSafeInteger(value) ? value : undefined
}

/** Big-endian. @throws TlogError `out_of_range` unless a safe integer, 0 or more */
export function uint64Bytes(value: number): Uint8Array {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new TlogError('out_of_range', `${value} is not an unsigned safe integer`)
  }
  const out = new Uint8Array(8)
  const view = new DataView(out.buffer)
  view.setUint32(0, Math.floor(value / 0x1_0000_0000))
  view.setUint32(4, value % 0x1_0000_0000)
  return out
}

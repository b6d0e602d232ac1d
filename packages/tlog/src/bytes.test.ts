import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { uint64At, uint64Bytes } from './bytes.ts'
import { hexDecode, hexEncode, utf8Decode, utf8Encode } from './index.ts'

const malformed = expect.objectContaining({ code: 'malformed' })

describe('UTF-8', () => {
  it('is what the platform writes and reads', () => {
    const texts = fc.string({ unit: 'binary', maxLength: 60 })
    fc.assert(
      fc.property(texts, (text) => {
        const bytes = new TextEncoder().encode(text)
        expect(utf8Encode(text)).toEqual(bytes)
        expect(utf8Decode(bytes)).toBe(text)
      }),
      { seed: 3629 },
    )
  })

  it('is refused wherever the platform refuses it', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    const awkward = fc.constantFrom(0x41, 0x80, 0xbf, 0xc0, 0xc1, 0xc2, 0xe0, 0xed, 0x9f, 0xa0)
    const bytes = fc.array(fc.oneof(awkward, fc.constantFrom(0xf0, 0xf4, 0x8f, 0x90, 0xf5, 0xff)), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(bytes, (array) => {
        const input = Uint8Array.from(array)
        let wanted: string | undefined
        try {
          wanted = strict.decode(input)
        } catch {
          expect(() => utf8Decode(input)).toThrow(malformed)
          return
        }
        expect(utf8Decode(input)).toBe(wanted)
      }),
      { seed: 10646, numRuns: 3000 },
    )
  })

  it('has no lone surrogates', () => {
    expect(() => utf8Encode('a\ud800b')).toThrow(malformed)
    expect(() => utf8Encode('\udc00')).toThrow(malformed)
  })
})

describe('hexadecimal', () => {
  it('is lower-case, two digits a byte', () => {
    expect(hexEncode(Uint8Array.of(0, 10, 255))).toBe('000aff')
    expect(hexDecode('000aff')).toEqual(Uint8Array.of(0, 10, 255))
    for (const text of ['0', '0g', '0A', ' 00']) expect(() => hexDecode(text)).toThrow(malformed)
  })
})

describe('64-bit integers', () => {
  it('are exact up to 2^53 - 1 and refused beyond', () => {
    for (const value of [0, 1, 2 ** 32 - 1, 2 ** 32, Number.MAX_SAFE_INTEGER]) {
      expect(uint64At(uint64Bytes(value), 0)).toBe(value)
    }
    expect(uint64At(hexDecode('0020000000000000'), 0)).toBeUndefined()
    expect(uint64At(hexDecode('ffffffffffffffff'), 0)).toBeUndefined()
    expect(() => uint64Bytes(2 ** 53)).toThrow(expect.objectContaining({ code: 'out_of_range' }))
    expect(() => uint64Bytes(-1)).toThrow(expect.objectContaining({ code: 'out_of_range' }))
  })
})

import { describe, expect, it } from 'vitest'
import { nodeSuite } from '../test/node-suite.ts'
import { hexEncode, sha256, utf8Encode } from './index.ts'

describe('sha256', () => {
  it('has the digest that FIPS 180-4 gives for abc', () => {
    expect(hexEncode(sha256(utf8Encode('abc')))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
  })

  it('agrees with the native one at every length around the block boundaries', () => {
    for (let length = 0; length <= 300; length++) {
      const message = Uint8Array.from({ length }, (_, i) => (i * 131 + length) & 255)
      expect(sha256(message)).toEqual(nodeSuite.sha256(message))
    }
    const long = new Uint8Array(1_000_003).fill(0xa5)
    expect(sha256(long)).toEqual(nodeSuite.sha256(long))
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  BundleBuilder,
  decodeEntryBundle,
  encodeEntryBundle,
  formatBundlePath,
  newBundles,
} from './index.ts'

const malformed = expect.objectContaining({ code: 'malformed' })
const entryOf = (i: number) => Uint8Array.from({ length: i % 7 }, () => i & 255)

describe('an entry bundle', () => {
  it('is each entry after its length', () => {
    const bundle = encodeEntryBundle([Uint8Array.of(7, 8), new Uint8Array(0), Uint8Array.of(9)])
    expect([...bundle]).toEqual([0, 2, 7, 8, 0, 0, 0, 1, 9])
    expect(decodeEntryBundle(bundle, 3).map((entry) => [...entry])).toEqual([[7, 8], [], [9]])
  })

  it('carries an entry of 65,535 bytes and no longer one', () => {
    const longest = new Uint8Array(65_535).fill(1)
    expect(decodeEntryBundle(encodeEntryBundle([longest]), 1)[0]).toHaveLength(65_535)
    const outOfRange = expect.objectContaining({ code: 'out_of_range' })
    expect(() => encodeEntryBundle([new Uint8Array(65_536)])).toThrow(outOfRange)
    expect(() => new BundleBuilder().append(new Uint8Array(65_536))).toThrow(outOfRange)
    expect(() => encodeEntryBundle([])).toThrow(outOfRange)
    expect(() => encodeEntryBundle(Array<Uint8Array>(257).fill(longest))).toThrow(outOfRange)
  })

  it('is refused when it is cut or of another width', () => {
    const bundle = encodeEntryBundle([Uint8Array.of(7, 8), Uint8Array.of(9)])
    for (let length = 0; length < bundle.length; length++) {
      expect(() => decodeEntryBundle(bundle.slice(0, length), 2)).toThrow(malformed)
    }
    expect(() => decodeEntryBundle(bundle, 1)).toThrow(malformed)
    expect(() => decodeEntryBundle(bundle, 3)).toThrow(malformed)
    expect(() => decodeEntryBundle(Uint8Array.of(...bundle, 0), 2)).toThrow(malformed)
  })
})

describe('the bundle builder', () => {
  it('gives the same bundles whatever the batches, also when resumed between them', () => {
    const batches = fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(batches, (counts) => {
        const files = new Map<string, Uint8Array>()
        let size = 0
        for (const count of counts) {
          const [edge] = [...newBundles(size - (size % 256), size)]
          const bytes = edge && files.get(formatBundlePath(edge))
          const builder = BundleBuilder.resume(size, bytes)
          for (let i = size; i < size + count; i++) builder.append(entryOf(i))
          const bundles = builder.takeBundles()
          expect(bundles.map(formatBundlePath)).toEqual(
            [...newBundles(size, size + count)].map(formatBundlePath),
          )
          for (const { bytes: written, ...bundle } of bundles) {
            files.set(formatBundlePath(bundle), written)
          }
          expect(builder.takeBundles()).toEqual([])
          size += count
        }
        for (const bundle of newBundles(0, size)) {
          const entries = decodeEntryBundle(files.get(formatBundlePath(bundle))!, bundle.width)
          entries.forEach((entry, i) => expect(entry).toEqual(entryOf(bundle.index * 256 + i)))
        }
      }),
      { seed: 256, numRuns: 20 },
    )
  })

  it('refuses to resume from another bundle than the last', () => {
    const bundle = encodeEntryBundle([entryOf(1)])
    expect(() => BundleBuilder.resume(258, bundle)).toThrow(malformed)
    expect(() => BundleBuilder.resume(256, bundle)).toThrow(malformed)
    expect(() => BundleBuilder.resume(257)).toThrow(malformed)
  })
})

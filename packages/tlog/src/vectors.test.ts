import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { nodeSuite } from '../test/node-suite.ts'
import {
  base64Decode,
  base64DecodeHash,
  base64Encode,
  createTreeHasher,
  formatAddCheckpoint,
  formatBundlePath,
  formatCheckpoint,
  formatDecimal,
  formatNote,
  formatReceipt,
  formatTilePath,
  hexDecode,
  hexEncode,
  openNote,
  parseAddCheckpoint,
  parseCheckpoint,
  parseDecimal,
  parseNote,
  parsePolicy,
  parseReceipt,
  parseTilePath,
  parseVerifierKey,
  quorumHolds,
  TreeBuilder,
  utf8Encode,
  verifyConsistency,
  verifyInclusion,
  verifyReceipt,
  type TilePath,
} from './index.ts'

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../vectors/${name}.json`, import.meta.url), 'utf8')) as T
const refused = (code: string) => expect.objectContaining({ name: 'TlogError', code })
const malformed = refused('malformed')

describe('vectors of base64', () => {
  const vectors = read<{
    valid: { hex: string; base64: string }[]
    invalid: { base64: string; why: string }[]
  }>('base64')
  it.each(vectors.valid)('$base64 is read and written', ({ hex, base64 }) => {
    expect(hexEncode(base64Decode(base64))).toBe(hex)
    expect(base64Encode(hexDecode(hex))).toBe(base64)
  })
  it.each(vectors.invalid)('$base64 is refused: $why', ({ base64 }) => {
    expect(() => base64Decode(base64)).toThrow(malformed)
  })
})

describe('vectors of decimals', () => {
  const vectors = read<{ valid: string[]; invalid: string[] }>('decimal')
  it.each(vectors.valid)('%j is read and written', (text) => {
    expect(formatDecimal(parseDecimal(text))).toBe(text)
  })
  it.each(vectors.invalid)('%j is refused', (text) => {
    expect(() => parseDecimal(text)).toThrow(malformed)
  })
})

describe('vectors of tile paths', () => {
  const vectors = read<{ valid: (TilePath & { path: string })[]; invalid: string[] }>('tile-path')
  it.each(vectors.valid)('$path is read and written', ({ path, ...named }) => {
    expect(parseTilePath(path)).toEqual(named)
    expect(named.kind === 'tile' ? formatTilePath(named) : formatBundlePath(named)).toBe(path)
  })
  it.each(vectors.invalid)('%j is refused', (path) => {
    expect(() => parseTilePath(path)).toThrow(malformed)
  })
})

describe('vectors of trees', () => {
  const { small, large } = read<{
    small: { leaves: string[]; roots: string[] }
    large: {
      roots: Record<string, string>
      inclusion: { index: number; size: number; proof: string[] }[]
      consistency: { oldSize: number; size: number; proof: string[] }[]
    }
  }>('tree')
  const hasher = createTreeHasher(nodeSuite.sha256)
  const root = (size: number) => hexDecode(large.roots[size]!)

  it('have the roots that certificate transparency published', () => {
    const builder = new TreeBuilder(hasher)
    const roots = [hexEncode(builder.root())]
    for (const leaf of small.leaves) {
      builder.append(hexDecode(leaf))
      roots.push(hexEncode(builder.root()))
    }
    expect(roots).toEqual(small.roots)
    expect(roots[8]).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328')
  })

  it('have the roots of large trees', () => {
    const builder = new TreeBuilder(hasher)
    for (const size of Object.keys(large.roots).map(Number)) {
      while (builder.size < size) builder.append(utf8Encode(`entry ${builder.size}`))
      expect(builder.root()).toEqual(root(size))
    }
  })

  it.each(large.inclusion)('include leaf $index in $size', ({ index, size, proof }) => {
    const leafHash = hasher.leaf(utf8Encode(`entry ${index}`))
    const claim = { leafHash, index, size, rootHash: root(size) }
    verifyInclusion(hasher, claim, proof.map(base64DecodeHash))
  })

  it.each(large.consistency)('extend $oldSize to $size', ({ oldSize, size, proof }) => {
    const claim = { oldSize, oldRootHash: root(oldSize), size, rootHash: root(size) }
    verifyConsistency(hasher, claim, proof.map(base64DecodeHash))
  })
})

describe('vectors of checkpoints', () => {
  const vectors = read<{
    valid: { text: string; origin: string; size: number; rootHash: string; extensions: string[] }[]
    invalid: { text: string; why: string }[]
  }>('checkpoint')
  it.each(vectors.valid)('$text is read and written', ({ text, rootHash, ...fields }) => {
    const checkpoint = parseCheckpoint(text)
    expect(checkpoint).toEqual({ ...fields, rootHash: base64DecodeHash(rootHash) })
    expect(formatCheckpoint(checkpoint)).toBe(text)
  })
  it.each(vectors.invalid)('is refused: $why', ({ text }) => {
    expect(() => parseCheckpoint(text)).toThrow(malformed)
  })
})

describe('vectors of signed notes', () => {
  const vectors = read<{
    published: { vkey: string; note: string }
    keys: string[]
    valid: { why: string; note: string; signedBy: string[] }[]
    invalid: { why: string; code: string; note: string }[]
  }>('signed-note')
  const keys = vectors.keys.map((vkey) => parseVerifierKey(nodeSuite.sha256, vkey))

  it('hold for the example that the specification publishes', async () => {
    const { vkey, note } = vectors.published
    const key = parseVerifierKey(nodeSuite.sha256, vkey)
    expect((await openNote(nodeSuite, note, [key])).verified).toEqual([{ key }])
  })
  it.each(vectors.valid)('hold: $why', async ({ note, signedBy }) => {
    const { verified } = await openNote(nodeSuite, utf8Encode(note), keys)
    expect(verified.map(({ key }) => key.name)).toEqual(signedBy)
    expect(formatNote(parseNote(note))).toBe(note)
  })
  it.each(vectors.invalid)('are refused: $why', async ({ code, note }) => {
    await expect(openNote(nodeSuite, note, keys)).rejects.toThrow(refused(code))
  })
})

describe('vectors of policies', () => {
  const vectors = read<{
    valid: { policy: string; cosigned: string[]; holds: boolean }[]
    invalid: { policy: string; why: string }[]
  }>('policy')
  it.each(vectors.valid)('hold or not: %#', ({ policy, cosigned, holds }) => {
    expect(quorumHolds(parsePolicy(nodeSuite.sha256, policy), new Set(cosigned))).toBe(holds)
  })
  it.each(vectors.invalid)('are refused: $why', ({ policy }) => {
    expect(() => parsePolicy(nodeSuite.sha256, policy)).toThrow(malformed)
  })
})

describe('vectors of receipts', () => {
  const vectors = read<{
    policy: string
    entry: string
    valid: { why: string; receipt: string }[]
    invalid: { why: string; code: string; receipt: string }[]
  }>('receipt')
  const policy = parsePolicy(nodeSuite.sha256, vectors.policy)
  const entry = hexDecode(vectors.entry)
  const verify = async (receipt: string) =>
    verifyReceipt(nodeSuite, policy, parseReceipt(utf8Encode(receipt)), { entry })

  it.each(vectors.valid)('hold: $why', async ({ receipt }) => {
    const { witnesses } = await verify(receipt)
    expect(witnesses).toHaveLength(2)
    expect(formatReceipt(parseReceipt(receipt))).toBe(receipt)
  })
  it.each(vectors.invalid)('are refused: $why', async ({ code, receipt }) => {
    await expect(verify(receipt)).rejects.toThrow(refused(code))
  })
})

describe('vectors of add-checkpoint', () => {
  const vectors = read<{
    valid: { body: string; oldSize: number; hashes: number }[]
    invalid: { body: string; why: string }[]
  }>('add-checkpoint')
  it.each(vectors.valid)('are read and written: old $oldSize', ({ body, oldSize, hashes }) => {
    const request = parseAddCheckpoint(utf8Encode(body))
    expect(request.oldSize).toBe(oldSize)
    expect(request.proof).toHaveLength(hashes)
    expect(formatAddCheckpoint(request)).toBe(body)
  })
  it.each(vectors.invalid)('are refused: $why', ({ body }) => {
    expect(() => parseAddCheckpoint(body)).toThrow(malformed)
  })
})

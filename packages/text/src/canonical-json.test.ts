import { readFileSync } from 'node:fs'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canonicalForeignJson,
  canonicalJson,
  isCanonicalJson,
  isShallow,
  type CanonicalValue,
} from './index.ts'

interface CanonicalVectors {
  valid: { name: string; value: CanonicalValue; canonical: string }[]
  /** As JSON text, since the values are not fit to be written canonically. */
  invalid: { name: string; json: string }[]
}

const { valid, invalid } = JSON.parse(
  readFileSync(new URL('../vectors/canonical-json.json', import.meta.url), 'utf8'),
) as CanonicalVectors

const { tree } = fc.letrec<{ tree: CanonicalValue }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('tree')),
    fc.dictionary(fc.string({ unit: 'grapheme' }), tie('tree')),
  ),
}))

describe('canonical JSON', () => {
  it.each(valid)('$name', ({ value, canonical }) => {
    expect(canonicalJson(value)).toBe(canonical)
    expect(canonicalize(value)).toBe(canonical)
  })

  it.each(invalid)('refuses $name', ({ json }) => {
    expect(() => canonicalJson(JSON.parse(json) as CanonicalValue)).toThrow()
  })

  it('is nothing that is nested without end', () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
    const judged = (text: string) => {
      const value = JSON.parse(text) as CanonicalValue
      return [isCanonicalJson(value, text), isShallow(value)]
    }
    expect(judged(nested(64))).toEqual([true, true])
    expect(judged(nested(65))).toEqual([false, false])
    expect(judged(nested(100_000))).toEqual([false, false])
    expect(judged(`${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`)).toEqual([false, false])
  })

  it('writes minus zero as zero', () => {
    expect(canonicalJson([-0])).toBe('[0]')
  })

  it('leaves out members that are undefined, as JSON does', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}')
  })

  it('refuses what is not plain JSON', () => {
    expect(() => canonicalJson(new Date(0) as unknown as CanonicalValue)).toThrow(TypeError)
    expect(() => canonicalJson(undefined as unknown as CanonicalValue)).toThrow(TypeError)
  })

  it('spells every value as the RFC’s author does, so that no leaf changes', () => {
    fc.assert(
      fc.property(tree, (value) => {
        const canonical = canonicalJson(value)
        expect(canonical).toBe(canonicalize(value))
        const again = JSON.parse(canonical) as CanonicalValue
        expect(again).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonicalJson(again)).toBe(canonical)
        expect(isCanonicalJson(again, canonical)).toBe(true)
      }),
    )
  })

  it('spells what others wrote as the RFC’s author does, fractions too', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
        const parsed: unknown = JSON.parse(JSON.stringify(value))
        expect(canonicalForeignJson(parsed)).toBe(canonicalize(parsed))
      }),
    )
    expect(canonicalForeignJson({ b: [1.5, 1e21], a: null })).toBe('{"a":null,"b":[1.5,1e+21]}')
  })

  it('knows any other spelling', () => {
    for (const other of ['{"b":1,"a":2}', '{"a": 1}', '{"a":1} ', '[1.0]', '"\\u0041"'])
      expect(isCanonicalJson(JSON.parse(other) as CanonicalValue, other)).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { plainArray, portionsOf } from './plain-array.ts'

describe('a plain list for PostgreSQL', () => {
  it('holds ids, numbers, words and what is missing', () => {
    expect(plainArray([])).toBe('{}')
    expect(plainArray([1, -2, null, true, 'less_received'])).toBe('{1,-2,NULL,true,less_received}')
  })

  it.each(['a,b', 'a"b', 'a b', 'a\\b', '{', '稻'])('refuses %j', (text) => {
    expect(() => plainArray(['x', text])).toThrow(RangeError)
  })

  it('comes in portions that are the whole', () => {
    const rows = Array.from({ length: 20_001 }, (_, at) => at)
    expect([...portionsOf(rows)].map(({ length }) => length)).toEqual([10_000, 10_000, 1])
    expect([...portionsOf(rows)].flat()).toEqual(rows)
    expect([...portionsOf([])]).toEqual([])
  })
})

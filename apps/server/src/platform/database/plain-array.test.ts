import { describe, expect, it } from 'vitest'
import { plainArray, writeInPortions } from './plain-array.ts'

describe('a plain list for PostgreSQL', () => {
  it('holds ids, numbers, words and what is missing', () => {
    expect(plainArray([])).toBe('{}')
    expect(plainArray([1, -2, null, true, 'less_received'])).toBe('{1,-2,NULL,true,less_received}')
  })

  it.each(['a,b', 'a"b', 'a b', 'a\\b', '{', '稻'])('refuses %j', (text) => {
    expect(() => plainArray(['x', text])).toThrow(RangeError)
  })
})

describe('rows written in portions', () => {
  const rows = Array.from({ length: 20_001 }, (_, at) => at)

  it('are all written, once and in order', async () => {
    const written: (readonly number[])[] = []
    await writeInPortions(rows, async (some) => void written.push(some))
    expect(written.map(({ length }) => length)).toEqual([10_000, 10_000, 1])
    expect(written.flat()).toEqual(rows)
    await writeInPortions([], () => Promise.reject(new Error('nothing to write')))
  })

  it('fail when a portion does', async () => {
    const write = async (some: readonly number[]) => {
      if (some[0] === 10_000) throw new Error('no room')
    }
    await expect(writeInPortions(rows, write)).rejects.toThrow('no room')
  })
})

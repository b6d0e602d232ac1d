import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawSpotChecks, spotListBytes } from './spot-draw.ts'
import type { DrawnCandidate, SpotList } from './spot-draw.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

interface Case {
  name: string
  checkpoint: string
  seed: string
  list: SpotList
  listHash: string
  drawn: DrawnCandidate[]
}

const cases = JSON.parse(
  readFileSync(new URL('../vectors/spot-draw.json', import.meta.url), 'utf8'),
) as Case[]

describe('drawing spot checks', () => {
  it.each(cases)('agrees with the vector: $name', ({ checkpoint, seed, list, listHash, drawn }) => {
    expect(sha256(checkpoint)).toBe(seed)
    expect(sha256(spotListBytes(list))).toBe(listHash)
    expect(drawSpotChecks(sha256, seed, list)).toEqual(drawn)
  })

  it('draws the announced share, nobody twice, and by priority nobody less urgent than who is left', () => {
    const lists = fc.record({
      draw: fc.constant('draw'),
      ratePermille: fc.integer({ min: 1, max: 1000 }),
      randomPermille: fc.integer({ min: 1, max: 1000 }),
      priorities: fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 60 }),
    })
    fc.assert(
      fc.property(lists, fc.string(), ({ priorities, ...terms }, seed) => {
        const candidates = priorities.map((priority, no) => ({
          candidate: String(no).padStart(3, '0'),
          priority,
        }))
        const drawn = drawSpotChecks(sha256, seed, { ...terms, candidates })
        const total = Math.ceil((candidates.length * terms.ratePermille) / 1000)
        expect(drawn).toHaveLength(total)
        expect(drawn.filter(({ drawnBy }) => drawnBy === 'lot')).toHaveLength(
          Math.ceil((total * terms.randomPermille) / 1000),
        )
        const names = new Set(drawn.map(({ candidate }) => candidate))
        expect(names.size).toBe(total)
        const priorityOf = (name: string) => priorities[Number(name)] ?? 0
        const left = candidates.filter(({ candidate }) => !names.has(candidate))
        const most = Math.max(-1, ...left.map(({ priority }) => priority))
        for (const { candidate, drawnBy } of drawn)
          if (drawnBy === 'priority') expect(priorityOf(candidate)).toBeGreaterThanOrEqual(most)
      }),
      { numRuns: 60 },
    )
  })

  it('refuses shares that are none, and lists with a candidate twice or out of order', () => {
    const list = (names: string[], ratePermille = 500): SpotList => ({
      draw: 'd',
      ratePermille,
      randomPermille: 500,
      candidates: names.map((candidate) => ({ candidate, priority: 0 })),
    })
    for (const bad of [list(['a', 'a']), list(['b', 'a']), list(['']), list(['a'], 0)])
      expect(() => drawSpotChecks(sha256, 'seed', bad)).toThrow(RangeError)
  })
})

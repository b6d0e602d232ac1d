import fc from 'fast-check'
import { expect, it } from 'vitest'
import { massAppeared } from './mass-balance.ts'

const grams = fc.integer({ min: 1, max: 10_000_000 })
const packs = fc.array(fc.record({ grams, count: fc.integer({ min: 1, max: 500 }) }), {
  maxLength: 20,
})

it('balances where what is lost is told, however it was mixed and split', () => {
  fc.assert(
    fc.property(
      packs,
      fc.nat(1_000_000),
      fc.integer({ min: 2, max: 9 }),
      (packed, lossGrams, split) => {
        const into = massAppeared({ lots: [], packs: packed, lossGrams })
        const piece = Math.floor(into / split)
        const lots = [
          ...Array.from({ length: split - 1 }, () => ({ grams: piece })),
          { grams: into - piece * (split - 1) },
        ]
        expect(massAppeared({ lots, packs: packed, lossGrams })).toBe(0)
        expect(massAppeared({ lots, packs: packed, lossGrams: lossGrams + 1 })).toBe(1)
        expect(massAppeared({ lots: [...lots, { grams: 7 }], packs: packed, lossGrams })).toBe(-7)
      },
    ),
  )
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { amountFen, growerSum, type GradePrice } from './grower-sum.ts'

const prices: readonly GradePrice[] = [
  { grade: 'first', fen: 321 },
  { grade: 'second', fen: 199 },
]

it('rounds each weigh-in to the nearest fen, half a fen up', () => {
  expect(amountFen(500, 321, 'jin')).toBe(321)
  expect(amountFen(250, 321, 'jin')).toBe(161)
  expect(amountFen(249, 321, 'jin')).toBe(160)
  expect(amountFen(1_000, 321, 'kg')).toBe(321)
  expect(amountFen(5_000_000, 100_000, 'kg')).toBe(500_000_000)
})

it('takes what was agreed, rounded in the grower’s favour, and no more than there is', () => {
  const weights = [
    { grade: 'first', netGrams: 12_345 },
    { grade: 'second', netGrams: 1_000 },
  ] as const
  expect(growerSum(weights, prices, 'jin', [{ permille: 15 }, { fenEach: 50 }])).toEqual({
    amountsFen: [7_925, 398],
    grossFen: 8_323,
    deductedFen: [124, 100],
    netFen: 8_099,
  })
  const all = growerSum(weights, prices, 'jin', [{ fenEach: 100_000 }, { permille: 500 }])
  expect(all).toMatchObject({ deductedFen: [8_323, 0], netFen: 0 })
})

it('has no price for a grade that the round does not buy', () => {
  expect(() => growerSum([{ grade: 'third', netGrams: 1 }], prices, 'kg', [])).toThrow('no price')
})

it('sums up to the fen, whatever is weighed', () => {
  const weight = fc.record({
    grade: fc.constantFrom('first' as const, 'second' as const),
    netGrams: fc.integer({ min: 1, max: 5_000_000 }),
  })
  fc.assert(
    fc.property(
      fc.array(weight, { maxLength: 30 }),
      fc.integer({ min: 0, max: 1_000 }),
      (weights, permille) => {
        const sum = growerSum(weights, prices, 'jin', [{ permille }, { fenEach: 7 }])
        const deducted = sum.deductedFen.reduce((all, fen) => all + fen, 0)
        expect(sum.grossFen).toBe(sum.netFen + deducted)
        expect(sum.netFen).toBeGreaterThanOrEqual(0)
        expect(sum.amountsFen.every(Number.isSafeInteger)).toBe(true)
      },
    ),
  )
})

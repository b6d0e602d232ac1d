import { expect, it } from 'vitest'
import { isWithinTolerance, mostGrams, whyNotWeight } from './weights.ts'

it('takes no weight that cannot be', () => {
  expect(whyNotWeight(10_000, 500)).toBe(null)
  expect(whyNotWeight(0, 0)).toBe('weight_absurd')
  expect(whyNotWeight(-1, 0)).toBe('weight_absurd')
  expect(whyNotWeight(1_000, -1)).toBe('weight_absurd')
  expect(whyNotWeight(5_000_001, 0)).toBe('weight_absurd')
  expect(whyNotWeight(1_000.5, 0)).toBe('weight_absurd')
  expect(whyNotWeight(500, 500)).toBe('tare_above_gross')
})

it('lets a scale show a little more or less', () => {
  expect([isWithinTolerance(20_000, 20_020, 20), isWithinTolerance(20_000, 19_979, 20)]).toEqual([
    true,
    false,
  ])
})

it('lets a grower bring a twentieth more', () => {
  expect(mostGrams(100_000)).toBe(105_000)
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  expectedByWeek,
  expectedGrams,
  harvestDaysOf,
  isSownWithin,
  plantingTimes,
  plantingsOverlap,
} from './planting.ts'

const cabbage = { daysToMaturity: 55, harvestDays: 15 }

it('harvests days to maturity after sowing, as long as the crop is harvested', () => {
  expect(plantingTimes(cabbage, '2026-09-01', '2026-09-07')).toEqual({
    sowFrom: '2026-09-01',
    sowTo: '2026-09-07',
    harvestFrom: '2026-10-26',
    harvestTo: '2026-11-15',
  })
})

it('expects of an area what a mu gives, and of a flock what its heads give', () => {
  const perMu = { yieldGrams: 3_000_000, yieldPer: 'mu' } as const
  expect(expectedGrams(perMu, { areaSquareMetres: 667, heads: null })).toBe(3_001_500)
  expect(expectedGrams(perMu, { areaSquareMetres: 100_000_000, heads: null })).toBe(450_000_000_000)
  const perHead = { yieldGrams: 9_000, yieldPer: 'head' } as const
  expect(expectedGrams(perHead, { areaSquareMetres: 667, heads: 40 })).toBe(360_000)
})

it.each([
  [[801, 930], '2026-08-01', '2026-09-30', true],
  [[801, 930], '2026-07-31', '2026-08-02', false],
  [[801, 930], '2026-09-30', '2026-10-01', false],
  [[301, 415, 801, 930], '2026-03-10', '2026-03-20', true],
  [[301, 415, 801, 930], '2026-04-10', '2026-08-02', false],
  [[1115, 210], '2026-12-20', '2027-01-10', true],
  [[1115, 210], '2026-01-10', '2026-02-10', true],
  [[1115, 210], '2026-02-01', '2026-11-20', false],
  [[1115, 210], '2026-11-10', '2026-11-20', false],
  [[801, 930], '2026-09-10', '2026-09-01', false],
  [[101, 1231], '2026-02-01', '2027-03-01', false],
  [[101, 1231], '2026-12-28', '2027-01-03', true],
])('windows %j hold %s to %s: %s', (sowing, from, to, holds) => {
  expect(isSownWithin({ sowing }, from, to)).toBe(holds)
})

it('plantings overlap when they stand on one day', () => {
  const first = { sowFrom: '2026-09-01', harvestTo: '2026-11-15' }
  expect(plantingsOverlap(first, { sowFrom: '2026-11-15', harvestTo: '2027-01-01' })).toBe(true)
  expect(plantingsOverlap(first, { sowFrom: '2026-11-16', harvestTo: '2027-01-01' })).toBe(false)
})

it('what is expected of the weeks is what is expected, to the gram', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9_000_000_000 }),
      fc.integer({ min: 1, max: 366 }),
      fc.integer({ min: 0, max: 60 }),
      (grams, harvestDays, span) => {
        const sowTo = new Date(Date.UTC(2026, 2, 1 + span)).toISOString().slice(0, 10)
        const times = plantingTimes({ daysToMaturity: 30, harvestDays }, '2026-03-01', sowTo)
        const weeks = [...expectedByWeek(grams, times).values()]
        expect(weeks.reduce((sum, week) => sum + week, 0)).toBe(grams)
        expect(weeks.every((week) => week >= 0)).toBe(true)
        expect(harvestDaysOf(times)).toHaveLength(harvestDays + span)
      },
    ),
  )
})

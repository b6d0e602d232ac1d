import { mondayOf } from '@azalea/text'
import { expect, it } from 'vitest'
import { periodLabel, periodsOf } from './period.ts'

it('counts a posting in all time, its year and its month', () => {
  expect(periodsOf('2026-04-30')).toEqual(['all', '2026', '2026-04'])
})

it('finds the Monday on or before a day, across months and years', () => {
  expect(mondayOf('2026-03-02')).toBe('2026-03-02')
  expect(mondayOf('2026-03-08')).toBe('2026-03-02')
  expect(mondayOf('2027-01-01')).toBe('2026-12-28')
})

it('calls periods as readers do', () => {
  expect(periodLabel('month', '2026-11-22', 'zh')).toBe('2026年11月')
  expect(periodLabel('month', '2026-11-22', 'en')).toBe('November 2026')
  expect(periodLabel('year', '2026-11-22', 'zh')).toBe('2026年')
  expect(periodLabel('all', '2026-11-22', 'en')).toBe('All time')
})

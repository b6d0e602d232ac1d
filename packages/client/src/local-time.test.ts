import { expect, it } from 'vitest'
import { fromLocalText, toLocalText } from './local-time.ts'

it('goes to local text and back across midnight and New Year', () => {
  expect(toLocalText('2026-12-31T16:30:00.000Z')).toBe('2027-01-01T00:30')
  expect(fromLocalText('2027-01-01T00:30')).toBe('2026-12-31T16:30:00.000Z')
})

it('accepts the seconds that some browsers add', () => {
  expect(fromLocalText('2026-11-05T14:30:00')).toBe('2026-11-05T06:30:00.000Z')
})

it('gives null for an incomplete or impossible text', () => {
  expect(fromLocalText('')).toBeNull()
  expect(fromLocalText('2026-11-05')).toBeNull()
  expect(fromLocalText('2026-13-05T10:00')).toBeNull()
})

import { describe, expect, it } from 'vitest'
import { honourByMonth } from './honour-trend.ts'

const posting = (
  postedAt: string,
  amountHundredths: number,
  unit: 'honour' | 'wallet' = 'honour',
) => ({
  postedAt,
  amountHundredths,
  unit,
})

describe('honour by month', () => {
  it('goes back from the balance of today, month by month', () => {
    const entries = [
      posting('2026-11-05T01:00:00Z', 300),
      posting('2026-09-30T01:00:00Z', 200),
      posting('2026-09-02T01:00:00Z', 100),
    ]
    expect(honourByMonth(600, entries, '2026-11-22', true)).toEqual([
      { label: '2026-09', value: 300 },
      { label: '2026-10', value: 300 },
      { label: '2026-11', value: 600 },
    ])
  })

  it('counts a posting in the month of Shanghai, not of London', () => {
    const entries = [posting('2026-10-31T17:00:00Z', 500)]
    expect(honourByMonth(500, entries, '2026-11-22', true)).toEqual([
      { label: '2026-11', value: 500 },
    ])
  })

  it('leaves the wallet out', () => {
    const entries = [
      posting('2026-11-05T01:00:00Z', 100),
      posting('2026-11-05T01:00:00Z', 100, 'wallet'),
    ]
    expect(honourByMonth(100, entries, '2026-11-22', true)).toEqual([
      { label: '2026-11', value: 100 },
    ])
  })

  it('leaves out the earliest month when it is known in part only', () => {
    const entries = [posting('2026-11-05T01:00:00Z', 300), posting('2026-10-05T01:00:00Z', 200)]
    expect(honourByMonth(900, entries, '2026-11-22', false)).toEqual([
      { label: '2026-11', value: 900 },
    ])
  })

  it('crosses the new year and stops after twelve months', () => {
    const entries = [posting('2025-01-15T01:00:00Z', 100)]
    const months = honourByMonth(100, entries, '2026-02-03', true)
    expect(months).toHaveLength(12)
    expect(months[0]?.label).toBe('2025-03')
    expect(months.map(({ label }) => label)).toContain('2025-12')
  })

  it('is empty without postings', () => {
    expect(honourByMonth(0, [], '2026-11-22', true)).toEqual([])
  })
})

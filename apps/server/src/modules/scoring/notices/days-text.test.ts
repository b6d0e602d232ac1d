import { describe, expect, it } from 'vitest'
import { daysText } from './days-text.ts'

describe('the days of deeds on a notice', () => {
  it('are told one by one while they are few, else from the first to the last', () => {
    expect(daysText([], 'zh')).toBe('')
    expect(daysText(['2026-03-01'], 'zh')).toBe('（3月1日）')
    expect(daysText(['2026-03-01', '2026-03-08', '2026-04-02'], 'zh')).toBe(
      '（3月1日、8日、4月2日）',
    )
    const many = ['2025-12-30', '2025-12-31', '2026-01-01', '2026-01-02']
    expect(daysText(many, 'zh')).toBe('（12月30日至2026年1月2日）')
    expect(daysText(many, 'en')).toBe(' (30 Dec to 2 Jan)')
    expect(daysText(['2026-03-01', '2026-03-08'], 'en')).toBe(' (1 Mar, 8 Mar)')
  })
})

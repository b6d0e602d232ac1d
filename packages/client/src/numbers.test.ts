import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatMoney, formatPercent, formatPoints, formatsFor } from './format.ts'
import { decimalText } from './numbers.ts'

const now = () => new Date('2026-11-05T06:00:00Z')

it('writes hundredths, fen and shares as Intl does', () => {
  const points = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 })
  const money = new Intl.NumberFormat('zh-CN', {
    style: 'currency',
    currency: 'CNY',
    currencyDisplay: 'narrowSymbol',
  })
  const percent = new Intl.NumberFormat('zh-CN', { style: 'percent', maximumFractionDigits: 1 })
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }), (whole) => {
      expect(formatPoints(whole)).toBe(points.format(whole / 100).replace('-', '−'))
      expect(formatMoney(whole)).toBe(money.format(whole / 100))
      const share = whole / 10_000
      // Nobody is told a share of minus nothing.
      expect(formatPercent(share)).toBe(percent.format(share).replace(/^-0%$/, '0%'))
    }),
  )
})

it('rounds a number as it is written, half away from zero', () => {
  expect([1.005, -1.005, 0.425, 2e-7, -0.001].map((value) => decimalText(value, 2))).toEqual([
    '1.01',
    '-1.01',
    '0.43',
    '0',
    '0',
  ])
})

it('writes Chinese days as Intl does', () => {
  const zh = formatsFor('zh', now)
  const intl = (options: Intl.DateTimeFormatOptions, at: Date) =>
    new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', ...options }).format(at)
  const from = Date.parse('2026-11-09T00:00:00Z')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000_000 }), (minutes) => {
      const at = new Date(from + minutes * 60_000)
      const [day, time] = [zh.full(at).slice(0, -6), zh.full(at).slice(-5)]
      expect(day).toBe(intl({ dateStyle: 'full' }, at))
      expect(time).toBe(intl({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, at))
    }),
  )
})

import { civilDay } from '@azalea/text'
import { describe, expect, it } from 'vitest'
import { formatsFor } from './format.ts'

// Thursday 5 November 2026, 14:00 in Shanghai.
const now = () => new Date('2026-11-05T06:00:00Z')
const zh = formatsFor('zh', now)
const en = formatsFor('en', now)

describe('points and money', () => {
  it('shows hundredths without needless zeros, and minus as a minus sign', () => {
    expect(zh.points(1250)).toBe('12.5')
    expect(zh.points(1200)).toBe('12')
    expect(zh.points(123_456_78)).toBe('123,456.78')
    expect(zh.points(-5)).toBe('−0.05')
  })

  it('marks gains with a plus when signed, and zero with nothing', () => {
    expect(zh.signedPoints(300)).toBe('+3')
    expect(zh.signedPoints(0)).toBe('0')
    expect(zh.signedPoints(-300)).toBe('−3')
  })

  it('shows fen as yuan', () => {
    expect(zh.money(1250)).toBe('¥12.50')
    expect(en.money(5)).toBe('¥0.05')
  })
})

describe('days and times', () => {
  it('puts an instant on its day in Shanghai, whatever the zone of the machine', () => {
    expect(civilDay('2026-11-04T16:00:00Z')).toBe('2026-11-05')
    expect(civilDay('2026-11-04T15:59:59Z')).toBe('2026-11-04')
  })

  it('says near days as people do', () => {
    expect(zh.when('2026-11-05T06:30:00Z')).toBe('今天 14:30')
    expect(zh.when('2026-11-03T16:05:00Z')).toBe('昨天 00:05')
    expect(zh.day('2026-11-03')).toBe('前天')
    expect(zh.day('2026-11-07')).toBe('后天')
    expect(en.when('2026-11-06T00:30:00Z')).toBe('Tomorrow 08:30')
  })

  it('names the date further away, with the year only when it is another', () => {
    expect(zh.day('2026-11-01')).toMatch(/^11月1日.*周日$/)
    expect(zh.day('2025-12-31')).toBe('2025年12月31日')
    expect(en.day('2025-12-31')).toBe('31 Dec 2025')
  })

  it.each([
    ['2026-11-25', '2026-11-28', '11月25日–28日', '25–28 Nov'],
    ['2026-11-30', '2026-12-04', '11月30日–12月4日', '30 Nov – 4 Dec'],
    ['2026-11-25', '2026-11-25', '11月25日', '25 Nov'],
    ['2026-12-22', '2027-01-07', '2026年12月22日–2027年1月7日', '22 Dec 2026 – 7 Jan 2027'],
    ['2027-01-13', '2027-01-20', '2027年1月13日–20日', '13–20 Jan 2027'],
    ['2027-01-13', '2027-02-11', '2027年1月13日–2月11日', '13 Jan – 11 Feb 2027'],
  ])('says each part of the days %s to %s once', (from, to, zh, en) => {
    expect(formatsFor('zh', now).days(from, to)).toBe(zh)
    expect(formatsFor('en', now).days(from, to)).toBe(en)
  })

  it('writes a span once for one day and twice across midnight', () => {
    expect(zh.span('2026-11-05T00:00:00Z', '2026-11-05T02:00:00Z')).toBe('今天 08:00–10:00')
    expect(zh.span('2026-11-05T14:00:00Z', '2026-11-05T22:00:00Z')).toBe('今天 22:00 – 明天 06:00')
  })

  it('writes a span for paper with its full dates, whatever day it is', () => {
    expect(zh.fullSpan('2026-11-05T00:00:00Z', '2026-11-05T02:00:00Z')).toBe(
      '2026年11月5日星期四 08:00–10:00',
    )
    expect(en.fullSpan('2026-11-05T14:00:00Z', '2026-11-05T22:00:00Z')).toBe(
      'Thursday, 5 November 2026 22:00 – Friday, 6 November 2026 06:00',
    )
  })

  it('gives the full date and the month for titles and headings', () => {
    expect(zh.full('2026-11-05T06:30:00Z')).toBe('2026年11月5日星期四 14:30')
    expect(zh.month('2026-11')).toBe('2026年11月')
    expect(en.month('2026-11')).toBe('November 2026')
    expect([zh.monthName('2026-11'), en.monthName('2026-11')]).toEqual(['11月', 'Nov'])
  })

  it('adds hours and minutes up', () => {
    expect(zh.minutes(95)).toBe('1小时 35分钟')
    expect(zh.minutes(120)).toBe('2小时')
    expect(zh.minutes(0)).toBe('0分钟')
    expect(en.minutes(61)).toMatch(/^1 hr 1 min/)
  })
})

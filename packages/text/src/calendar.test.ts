import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addCivilDays,
  addMonths,
  atCivilTime,
  civilDay,
  daysBetween,
  fromLocalText,
  instantAfterDays,
  isCivilDay,
  isDayOfYear,
  lastDayBefore,
  minuteOfDay,
  mondayOf,
  monthsAround,
  startOfCivilDay,
  toLocalText,
  weekdayOf,
} from './index.ts'

const DAY_MILLISECONDS = 86_400_000

describe('a civil day', () => {
  it('is a day of the Gregorian calendar', () => {
    expect(['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01'].every(isCivilDay)).toBe(true)
    const bad = ['2023-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-1-1', '0000-01-01']
    expect(bad.some(isCivilDay)).toBe(false)
    expect(['12-31', '02-28'].every(isDayOfYear)).toBe(true)
    expect(['02-29', '06-31', '1-1'].some(isDayOfYear)).toBe(false)
  })

  it('begins at midnight in Shanghai, whatever the zone of the machine', () => {
    expect(civilDay('2026-11-04T16:00:00Z')).toBe('2026-11-05')
    expect(civilDay('2026-11-04T15:59:59.999Z')).toBe('2026-11-04')
    expect(civilDay(new Date('2026-12-31T16:00:00Z'))).toBe('2027-01-01')
    expect(civilDay(startOfCivilDay('2024-02-29'))).toBe('2024-02-29')
    expect(lastDayBefore(startOfCivilDay('2024-03-01'))).toBe('2024-02-29')
    expect(startOfCivilDay('2026-01-01').toISOString()).toBe('2025-12-31T16:00:00.000Z')
    expect(atCivilTime('2026-03-01', '14:30').toISOString()).toBe('2026-03-01T06:30:00.000Z')
  })

  it('has 1440 minutes', () => {
    expect(minuteOfDay('2026-11-04T15:59:59.999Z')).toBe(1439)
    expect(minuteOfDay('2026-11-04T16:00:00Z')).toBe(0)
    expect(minuteOfDay(Date.parse('2026-11-04T22:30:59Z'))).toBe(390)
  })

  it('moves over leap days, month ends and year ends', () => {
    expect(addCivilDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addCivilDays('2026-02-28', 1)).toBe('2026-03-01')
    expect(addCivilDays('2024-03-01', -1)).toBe('2024-02-29')
    expect(addCivilDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addCivilDays('2026-01-01', -1)).toBe('2025-12-31')
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2026-11-30', 14)).toBe('2028-01-30')
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28')
    expect(instantAfterDays(new Date('2026-02-28T03:00:00Z'), 1)).toEqual(
      new Date('2026-03-01T03:00:00Z'),
    )
  })

  it('has a weekday, and a Monday before it', () => {
    expect([weekdayOf('2026-11-29'), weekdayOf('2026-11-30')]).toEqual([0, 1])
    expect(mondayOf('2026-11-29')).toBe('2026-11-23')
    expect(mondayOf('2026-11-30')).toBe('2026-11-30')
    expect(mondayOf('2027-01-03')).toBe('2026-12-28')
  })

  it('lies in its month, quarter and year', () => {
    expect(monthsAround('2024-02-11', 1)).toEqual({ firstDay: '2024-02-01', lastDay: '2024-02-29' })
    expect(monthsAround('2026-11-22', 3)).toEqual({ firstDay: '2026-10-01', lastDay: '2026-12-31' })
    expect(monthsAround('2026-01-01', 12)).toEqual({
      firstDay: '2026-01-01',
      lastDay: '2026-12-31',
    })
  })

  it('is refused where it is none', () => {
    for (const bad of ['', '2026-02-30', '2026-11-5', 'today']) {
      expect(() => addCivilDays(bad, 1)).toThrow(RangeError)
      expect(() => addMonths(bad, 1)).toThrow(RangeError)
      expect(() => daysBetween('2026-01-01', bad)).toThrow(RangeError)
      expect(() => startOfCivilDay(bad)).toThrow(RangeError)
      expect(() => monthsAround(bad, 3)).toThrow(RangeError)
    }
  })

  it('counts back what it was moved by', () => {
    const anyDay = fc
      .date({ min: new Date('0100-01-01'), max: new Date('9990-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -3000, max: 3000 }), (day, days) => {
        const moved = addCivilDays(day, days)
        expect(daysBetween(day, moved)).toBe(days)
        expect(addCivilDays(moved, -days)).toBe(day)
      }),
    )
  })
})

describe('local text', () => {
  it('goes to local text and back across midnight and New Year', () => {
    expect(toLocalText('2026-12-31T16:30:00.000Z')).toBe('2027-01-01T00:30')
    expect(fromLocalText('2027-01-01T00:30')).toBe('2026-12-31T16:30:00.000Z')
  })

  it('accepts the seconds that some browsers add', () => {
    expect(fromLocalText('2026-11-05T14:30:00')).toBe('2026-11-05T06:30:00.000Z')
  })

  it('is null for an incomplete or impossible text', () => {
    expect(fromLocalText('')).toBeNull()
    expect(fromLocalText('2026-11-05')).toBeNull()
    expect(fromLocalText('2026-13-05T10:00')).toBeNull()
  })
})

/**
 * What the calendars of the server, of scoring and of the clients said, before they became this one,
 * of every day from Christmas 1996 to January 2101: the same bytes.
 */
it('says of every day of a century what the three calendars before it said', () => {
  const hash = createHash('sha256')
  let midnight = Date.parse('1996-12-25T00:00:00Z')
  let count = 0
  for (let day = '1996-12-25'; day !== '2101-01-10'; day = addCivilDays(day, 1)) {
    const instants = [-1, 0, 1, 57_599_999, 57_600_000].map((more) => civilDay(midnight + more))
    const steps = [-400, -31, -7, -1, 0, 1, 7, 30, 400].map((days) => addCivilDays(day, days))
    const months = [0, 1, 2, 3, 12, 25].map((more) => addMonths(day, more))
    const spans = ([1, 3, 12] as const).map((length) => {
      const { firstDay, lastDay } = monthsAround(day, length)
      return `${firstDay} ${lastDay}`
    })
    const begins = [startOfCivilDay(day), atCivilTime(day, '23:59')].map((at) => at.toISOString())
    const line = [day, ...instants, ...begins, mondayOf(day), ...steps, ...months, ...spans].join(
      ' ',
    )
    hash.update(count === 0 ? line : `\n${line}`)
    count += 1
    midnight += DAY_MILLISECONDS
  }
  expect(count).toBe(38_001)
  expect(hash.digest('hex')).toBe(
    'fdd42a5da0b769ec46f3e3d9396cdff1221d30e3b6a5c01f6ee1dc1d04a7dbba',
  )
})

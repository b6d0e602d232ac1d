import { createHash } from 'node:crypto'
import { addCivilDays, weekdayOf } from '@azalea/text'
import { describe, expect, it } from 'vitest'
import { publicHolidays } from './public-holidays.ts'
import { isWorkingDay, workingDaysAfter } from './working-days.ts'

describe('workingDaysAfter', () => {
  it('leaves out weekends, and does not count the day itself', () => {
    expect(workingDaysAfter('2026-03-02', 7)).toEqual({ day: '2026-03-11', holidaysKnown: true })
    expect(workingDaysAfter('2026-03-07', 1).day).toBe('2026-03-09')
  })

  it('leaves out public holidays and counts the weekends on which people work instead', () => {
    // 28 February is a Saturday on which people work; 15 to 23 February are off.
    expect(workingDaysAfter('2026-02-13', 1).day).toBe('2026-02-14')
    expect(workingDaysAfter('2026-02-14', 1).day).toBe('2026-02-24')
    expect(workingDaysAfter('2026-02-14', 5).day).toBe('2026-02-28')
    expect(workingDaysAfter('2026-09-30', 7).day).toBe('2026-10-15')
  })

  it('says so when the year’s holidays are not known', () => {
    expect(workingDaysAfter('2026-12-25', 7)).toEqual({ day: '2027-01-05', holidaysKnown: false })
    expect(workingDaysAfter('2031-03-03', 1).holidaysKnown).toBe(false)
  })
})

it('says of every day of three years what it said before there was one calendar', () => {
  const lines: string[] = []
  for (let day = '2025-01-01'; day < '2028-01-01'; day = addCivilDays(day, 1)) {
    const deadlines = [0, 1, 3, 5, 7, 15].map((count) => workingDaysAfter(day, count))
    const words = deadlines.map(({ day: last, holidaysKnown }) => last + (holidaysKnown ? '' : '?'))
    lines.push([day, ...words].join(' '))
  }
  expect(createHash('sha256').update(lines.join('\n')).digest('hex')).toBe(
    'f8ba86c4a23b0510049d73ce031d949d1403a400d9b8152217b139b773025af1',
  )
})

describe('publicHolidays', () => {
  it('makes up on weekends only, outside every holiday', () => {
    for (const { off, worked } of publicHolidays.values())
      for (const day of worked) {
        expect([0, 6]).toContain(weekdayOf(day))
        expect(off.some(([first, last]) => first <= day && day <= last)).toBe(false)
        expect(isWorkingDay(day)).toBe(true)
      }
  })

  it('gives as many days off as the notices say', () => {
    const days = (year: string) =>
      (publicHolidays.get(year)?.off ?? []).map(([first, last]) => {
        let count = 1
        for (let day = first; day < last; day = addCivilDays(day, 1)) count += 1
        return count
      })
    expect(days('2025')).toEqual([1, 8, 3, 5, 3, 8])
    expect(days('2026')).toEqual([3, 9, 3, 5, 3, 3, 7])
  })
})

import { describe, expect, it } from 'vitest'
import { addCivilDays } from './calendar.ts'
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

describe('publicHolidays', () => {
  it('makes up on weekends only, outside every holiday', () => {
    for (const { off, worked } of publicHolidays.values())
      for (const day of worked) {
        expect([0, 6]).toContain(new Date(`${day}T00:00:00Z`).getUTCDay())
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

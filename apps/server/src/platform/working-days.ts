import { addCivilDays, weekdayOf } from '@azalea/text'
import { publicHolidays } from './public-holidays.ts'

export interface WorkingDeadline {
  /** The last civil day, 'YYYY-MM-DD'. */
  readonly day: string
  /** False when a year was touched whose holidays are not known: only its weekends were left out. */
  readonly holidaysKnown: boolean
}

/** The n-th working day after a civil day, which itself does not count. */
export function workingDaysAfter(day: string, count: number): WorkingDeadline {
  let last = day
  let holidaysKnown = isYearKnown(day)
  for (let worked = 0; worked < count;) {
    last = addCivilDays(last, 1)
    holidaysKnown &&= isYearKnown(last)
    if (isWorkingDay(last)) worked += 1
  }
  return { day: last, holidaysKnown }
}

/** Whether people work on this civil day in China: by the year's notice, else by the weekend alone. */
export function isWorkingDay(day: string): boolean {
  const year = publicHolidays.get(day.slice(0, 4))
  if (year?.worked.includes(day)) return true
  if (year?.off.some(([first, last]) => first <= day && day <= last)) return false
  const weekday = weekdayOf(day)
  return weekday !== 0 && weekday !== 6
}

/** Whether the holidays of a day's year are known. */
export function isYearKnown(day: string): boolean {
  return publicHolidays.has(day.slice(0, 4))
}

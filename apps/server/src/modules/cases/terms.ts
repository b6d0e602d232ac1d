import { addCivilDays, civilDay, startOfCivilDay } from '@azalea/text'
import { workingDaysAfter, type WorkingDeadline } from '../../platform/working-days.ts'

/** Whoever judges first has so many working days, from when all have been heard or had their time. */
export const JUDGED_WITHIN_WORKING_DAYS = 7

/** The last civil day, so many working days after today. */
export function lastDayWithin(now: Date, workingDays: number): WorkingDeadline {
  return workingDaysAfter(civilDay(now), workingDays)
}

export function isPast(lastDay: string, now: Date): boolean {
  return civilDay(now) > lastDay
}

/** The first instant after a last day. */
export function endOf(lastDay: string): Date {
  return startOfCivilDay(addCivilDays(lastDay, 1))
}

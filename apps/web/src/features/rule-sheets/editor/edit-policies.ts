import type { DayOfYear } from '@azalea/scoring'

/** Month and day of `MM-DD`; undefined where one is not written. */
export function partsOfDay(on: DayOfYear): { month: number | undefined; day: number | undefined } {
  const [month, day] = on.split('-').map((part) => Number(part) || undefined)
  return { month, day }
}

/** A day of the year; what is not written becomes 00, which no sheet accepts. */
export function dayOfYear(month: number | undefined, day: number | undefined): DayOfYear {
  return [month, day].map((part) => String(part ?? 0).padStart(2, '0')).join('-')
}

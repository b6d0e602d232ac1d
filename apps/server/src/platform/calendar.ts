/** Civil days and months of China (Asia/Shanghai: UTC+8, no daylight saving since 1991). */
const OFFSET_MILLISECONDS = 8 * 3_600_000

/** The civil day 'YYYY-MM-DD' on which an instant falls in Asia/Shanghai. */
export function civilDay(instant: Date): string {
  return new Date(instant.getTime() + OFFSET_MILLISECONDS).toISOString().slice(0, 10)
}

/** The instant at which a civil day 'YYYY-MM-DD' begins in Asia/Shanghai. */
export function startOfCivilDay(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - OFFSET_MILLISECONDS)
}

/** The instant of a wall-clock time on a civil day, e.g. ('2026-03-01', '14:30'). */
export function atCivilTime(day: string, time: string): Date {
  return new Date(Date.parse(`${day}T${time}:00Z`) - OFFSET_MILLISECONDS)
}

/** The Monday on or before a civil day. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addCivilDays(day, -((weekday + 6) % 7))
}

/** A civil day moved by whole days. */
export function addCivilDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

const DAY_MILLISECONDS = 86_400_000

/** The same time of day, some days later. */
export function instantAfterDays(from: Date, days: number): Date {
  return new Date(from.getTime() + days * DAY_MILLISECONDS)
}

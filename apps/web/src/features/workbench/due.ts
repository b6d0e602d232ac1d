import { civilDay, lastDayBefore } from '@azalea/client'

export type Due =
  | { kind: 'overdue'; days: number }
  | { kind: 'today' }
  | { kind: 'tomorrow' }
  | { kind: 'later'; days: number }

const millisecondsPerDay = 86_400_000

/** How far off a deadline is in days of Asia/Shanghai; past its minute it is overdue at once. */
export function dueFrom(dueAt: string, now: Date): Due {
  const days = Math.round(
    (Date.parse(lastDayBefore(dueAt)) - Date.parse(civilDay(now))) / millisecondsPerDay,
  )
  if (new Date(dueAt) < now) return { kind: 'overdue', days: Math.max(0, -days) }
  if (days === 0) return { kind: 'today' }
  return days === 1 ? { kind: 'tomorrow' } : { kind: 'later', days }
}

import { civilDay } from '@azalea/client'
import type { Shift } from './activity.ts'
import { mostAtOnce } from './shift-choice.ts'

export interface ArrangedShifts {
  mine: readonly Shift[]
  /** Those one could still take, by civil day; one entry with the day null when they are few. */
  days: readonly { day: string | null; shifts: readonly Shift[] }[]
  /** The first day on which a place can be had. */
  firstOpenDay: string | null
}

/** The reader's own shifts first; of the others those that have begun are left out while any is to come. */
export function arrangeShifts(shifts: readonly Shift[], now: Date): ArrangedShifts {
  const byStart = shifts.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  const mine = byStart.filter((shift) => shift.mine !== null)
  const others = byStart.filter((shift) => shift.mine === null)
  const toCome = others.filter(({ startsAt }) => new Date(startsAt) >= now)
  const shown = toCome.length === 0 ? others : toCome
  if (shown.length <= mostAtOnce) {
    return {
      mine,
      days: shown.length === 0 ? [] : [{ day: null, shifts: shown }],
      firstOpenDay: null,
    }
  }
  const days = new Map<string, Shift[]>()
  for (const shift of shown) {
    const day = civilDay(shift.startsAt)
    days.set(day, [...(days.get(day) ?? []), shift])
  }
  const open = shown.find(({ canSignUp }) => canSignUp.ok) ?? shown[0]
  return {
    mine,
    days: [...days].map(([day, ofDay]) => ({ day, shifts: ofDay })),
    firstOpenDay: open === undefined ? null : civilDay(open.startsAt),
  }
}

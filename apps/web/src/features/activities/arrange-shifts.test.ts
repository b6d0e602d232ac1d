import { describe, expect, it } from 'vitest'
import type { Shift } from './activity.ts'
import { arrangeShifts } from './arrange-shifts.ts'

const now = new Date('2026-11-22T04:00:00.000Z')
const hour = 3_600_000

function shift(hoursFromNow: number, rest: Partial<Shift> = {}): Shift {
  const start = now.getTime() + hoursFromNow * hour
  return {
    shiftId: `at ${hoursFromNow}`,
    postSubjectId: null,
    postLabel: null,
    circumstances: [],
    startsAt: new Date(start).toISOString(),
    endsAt: new Date(start + hour).toISOString(),
    quota: 2,
    taken: 0,
    waiting: 0,
    mine: null,
    canSignUp: { ok: true, code: null, sentence: null },
    ...rest,
  }
}
const mine = { state: 'confirmed', place: null, attendance: null } as const
const idsOf = (shifts: readonly Shift[]) => shifts.map(({ shiftId }) => shiftId)

describe('the shifts of an activity', () => {
  it('show the reader’s own apart, even those that are over', () => {
    const arranged = arrangeShifts([shift(2), shift(-5, { mine }), shift(1)], now)
    expect(idsOf(arranged.mine)).toEqual(['at -5'])
    expect(arranged.days.map(({ shifts }) => idsOf(shifts))).toEqual([['at 1', 'at 2']])
  })

  it('leave out what has begun, unless all has', () => {
    expect(arrangeShifts([shift(-5), shift(1)], now).days[0]?.shifts).toHaveLength(1)
    expect(arrangeShifts([shift(-5), shift(-4)], now).days[0]?.shifts).toHaveLength(2)
    expect(arrangeShifts([shift(1, { mine })], now).days).toEqual([])
  })

  it('go by the days of Shanghai when there are many, and open at the first with a place', () => {
    const full = { canSignUp: { ok: false, code: 'full', sentence: '满了' } }
    const many = Array.from({ length: 30 }, (_, index) => shift(index, index < 14 ? full : {}))
    const arranged = arrangeShifts(many, now)
    // Now is noon: twelve shifts of today, twenty-four of tomorrow less the rest.
    expect(arranged.days.map(({ day, shifts }) => [day, shifts.length])).toEqual([
      ['2026-11-22', 12],
      ['2026-11-23', 18],
    ])
    expect(arranged.firstOpenDay).toBe('2026-11-23')
  })

  it('show a full day first when no place is left at all', () => {
    const full = { canSignUp: { ok: false, code: 'full', sentence: '满了' } }
    const many = Array.from({ length: 20 }, (_, index) => shift(index, full))
    expect(arrangeShifts(many, now).firstOpenDay).toBe('2026-11-22')
  })
})

import { atCivilTime } from '@azalea/text'
import { expect, it } from 'vitest'
import { checkInWindow } from '../modules/participation/activities/shifts/shift-times.ts'
import { isForVisitors } from './play-shift.ts'

const at = (time: string) => atCivilTime('2026-05-31', time)
const shifts = ['06:00', '10:00', '14:00', '18:00'].map((start, index) => ({
  startsAt: at(start),
  endsAt: at(['10:00', '14:00', '18:00', '22:00'][index] ?? ''),
}))

it.each([
  ['10:00', 1],
  ['13:29', 1],
  ['13:30', 2],
  ['13:59', 2],
])(
  'puts visitors who come at %s on duty for half an hour at least, with check-in open',
  (time, no) => {
    const now = at(time)
    expect(shifts.map((shift) => isForVisitors({ now }, shift)).indexOf(true)).toBe(no)
    const { opensAt, closesAt } = checkInWindow(shifts[no] ?? { startsAt: now, endsAt: now })
    expect(opensAt.getTime()).toBeLessThanOrEqual(now.getTime())
    expect(closesAt.getTime() - now.getTime()).toBeGreaterThan(30 * 60_000)
  },
)

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkInWindow,
  clockTime,
  creditedMinutes,
  overlap,
  plannedMinutes,
} from './shift-times.ts'

const at = (time: string) => new Date(`2026-03-${time}:00+08:00`)
const night = { startsAt: at('02T22:00'), endsAt: at('03T02:00') }
const credited = (from: string, to: string) =>
  creditedMinutes(night, { checkedInAt: at(from), checkedOutAt: at(to) })

describe('credited minutes', () => {
  it('run across midnight', () => expect(credited('02T22:05', '03T01:50')).toBe(225))
  it('begin with the shift for whoever comes early', () =>
    expect(credited('02T21:31', '03T01:00')).toBe(180))
  it('end with the shift for whoever leaves late', () =>
    expect(credited('02T23:00', '03T02:25')).toBe(180))
  it('are none for whoever leaves before the shift begins', () =>
    expect(credited('02T21:40', '02T21:50')).toBe(0))

  it('never exceed the planned shift nor the time between check-in and check-out', () => {
    const minute = fc.integer({ min: -600, max: 900 })
    fc.assert(
      fc.property(minute, fc.integer({ min: 0, max: 900 }), (start, length) => {
        const checkedInAt = new Date(night.startsAt.getTime() + start * 60_000)
        const checkedOutAt = new Date(checkedInAt.getTime() + length * 60_000)
        const minutes = creditedMinutes(night, { checkedInAt, checkedOutAt })
        expect(minutes).toBeGreaterThanOrEqual(0)
        expect(minutes).toBeLessThanOrEqual(Math.min(length, plannedMinutes(night)))
      }),
    )
  })
})

it('opens check-in half an hour before a shift, also across midnight', () => {
  const { opensAt, closesAt } = checkInWindow({ startsAt: at('03T00:10'), endsAt: at('03T04:00') })
  expect([clockTime(opensAt), clockTime(closesAt)]).toEqual([
    '2026-03-02 23:40',
    '2026-03-03 04:00',
  ])
})

it('lets one shift begin when another ends, without overlap', () => {
  const morning = { startsAt: at('03T02:00'), endsAt: at('03T06:00') }
  expect(overlap(night, morning)).toBe(false)
  expect(overlap(night, { ...morning, startsAt: at('03T01:59') })).toBe(true)
})

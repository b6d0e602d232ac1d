import { expect, it } from 'vitest'
import { shortStay } from './short-stay.ts'

const shift = { startsAt: '2026-03-02T00:00:00Z', endsAt: '2026-03-02T02:00:00Z' }
const at = (time: string) => new Date(`2026-03-02T${time}:00Z`)

it('asks before somebody leaves after less than a tenth of the shift, and not after', () => {
  expect(shortStay(shift, '2026-03-02T00:00:00Z', at('00:11'))).toEqual({
    minutes: 11,
    planned: 120,
  })
  expect(shortStay(shift, '2026-03-02T00:00:00Z', at('00:12'))).toBeNull()
})

it('counts what lies within the shift only: who came early and leaves early has nothing', () => {
  const early = shortStay(shift, '2026-03-01T23:40:00Z', at('00:00'))
  expect(early).toEqual({ minutes: 0, planned: 120 })
  expect(shortStay(shift, '2026-03-02T01:55:00Z', at('02:30'))).toMatchObject({ minutes: 5 })
})

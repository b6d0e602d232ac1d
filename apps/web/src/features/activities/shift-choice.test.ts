import { describe, expect, it } from 'vitest'
import type { Shift } from './activity.ts'
import { daysOf, moveTo, nearestShift, postsOf, shiftsAt } from './shift-choice.ts'

const shifts = ['2026-04-03', '2026-04-02'].flatMap((day) =>
  ['东口', '北口'].flatMap((post) => ['08:00', '16:00'].map((time) => shift(day, post, time))),
)

function shift(day: string, post: string | null, time: string): Shift {
  const startsAt = new Date(`${day}T${time}:00+08:00`).toISOString()
  return {
    shiftId: `${day} ${post} ${time}`,
    postSubjectId: post,
    postLabel: post,
    circumstances: [],
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString(),
    quota: 2,
    taken: 0,
    waiting: 0,
    mine: null,
    canSignUp: { ok: true, code: null, sentence: null },
  }
}

function found(id: string): Shift {
  const one = shifts.find(({ shiftId }) => shiftId === id)
  if (one === undefined) throw new Error(id)
  return one
}

describe('choosing among many shifts', () => {
  it('offers each day and each post once, in order', () => {
    expect(daysOf(shifts)).toEqual(['2026-04-02', '2026-04-03'])
    expect(postsOf(shifts).map(({ label }) => label)).toEqual(['东口', '北口'])
    expect(postsOf([shift('2026-04-02', null, '08:00')])).toEqual([])
  })

  it('counts a shift to the day on which it begins in the village', () => {
    expect(daysOf([shift('2026-04-02', null, '00:30')])).toEqual(['2026-04-02'])
  })

  it('lists the shifts of a day at a post', () => {
    const ids = shiftsAt(shifts, '2026-04-02', '北口').map(({ shiftId }) => shiftId)
    expect(ids).toEqual(['2026-04-02 北口 08:00', '2026-04-02 北口 16:00'])
  })

  it('keeps the hour and the post when the day changes, and the hour when the post changes', () => {
    const from = found('2026-04-02 北口 16:00')
    expect(moveTo(shifts, from, { day: '2026-04-03' }).shiftId).toBe('2026-04-03 北口 16:00')
    expect(moveTo(shifts, from, { postSubjectId: '东口' }).shiftId).toBe('2026-04-02 东口 16:00')
  })

  it('goes to what the day has where that post has no shift', () => {
    const more = [...shifts, shift('2026-04-04', '东口', '10:00')]
    const from = found('2026-04-02 北口 16:00')
    expect(moveTo(more, from, { day: '2026-04-04' }).shiftId).toBe('2026-04-04 东口 10:00')
  })

  it('begins with the shift that is on, else the next, else the last', () => {
    const at = (text: string) => nearestShift(shifts, new Date(`${text}:00+08:00`))?.startsAt
    expect(at('2026-04-02T08:30')).toBe(found('2026-04-02 东口 08:00').startsAt)
    expect(at('2026-04-02T20:00')).toBe(found('2026-04-03 东口 08:00').startsAt)
    expect(at('2026-05-01T00:00')).toBe(found('2026-04-03 东口 16:00').startsAt)
  })
})

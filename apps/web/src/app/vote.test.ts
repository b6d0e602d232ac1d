import { describe, expect, it } from 'vitest'
import { emptyVote, verdictOf, voteOf, type Meeting } from './vote.ts'

const count = (
  eligible: number,
  present: number,
  inFavour: number,
  against: number,
  body: Meeting = 'adults',
) => verdictOf({ body, eligible, present, for: inFavour, against })

describe('the numbers of a meeting', () => {
  it('needs more than half present and more than half of those in favour', () => {
    expect(count(100, 51, 26, 25)).toBe('carried')
    expect(count(100, 50, 50, 0)).toBe('no_quorum')
    expect(count(100, 60, 30, 20)).toBe('no_majority')
  })

  it('needs two thirds of households or delegates', () => {
    expect(count(99, 66, 40, 0, 'households')).toBe('carried')
    expect(count(99, 65, 40, 0, 'households')).toBe('no_quorum')
    expect(count(99, 65, 40, 0, 'delegates')).toBe('no_quorum')
  })

  it('notices numbers that cannot be', () => {
    expect(count(100, 101, 60, 0)).toBe('mismatch')
    expect(count(100, 60, 40, 21)).toBe('mismatch')
    const unfinished = { body: 'adults', eligible: 100, present: null, for: 1, against: 0 } as const
    expect(verdictOf(unfinished)).toBe('incomplete')
    expect(verdictOf(emptyVote)).toBe('incomplete')
  })

  it('are a vote once all are there, with the day', () => {
    const numbers = { body: 'adults', eligible: 100, present: 60, for: 40, against: 0 } as const
    expect(voteOf({ ...numbers, date: null })).toBeNull()
    expect(voteOf({ ...numbers, body: null, date: '2026-03-01' })).toBeNull()
    const vote = { ...numbers, date: '2026-03-01' }
    expect(voteOf(vote)).toEqual(vote)
  })
})

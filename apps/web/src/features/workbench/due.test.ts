import { describe, expect, it } from 'vitest'
import { formatsFor } from '@azalea/client'
import { dueFrom } from './due.ts'

const now = new Date('2026-03-02T15:30:00Z') // 23:30 in the village

describe('deadlines in the inbox', () => {
  it('counts days as the village does, not as Greenwich does', () => {
    expect(dueFrom('2026-03-02T15:59:00Z', now)).toEqual({ kind: 'today' })
    expect(dueFrom('2026-03-02T16:01:00Z', now)).toEqual({ kind: 'tomorrow' })
    expect(dueFrom('2026-03-05T16:01:00Z', now)).toEqual({ kind: 'later', days: 4 })
  })

  it('counts to the last day of what ends at its midnight', () => {
    expect(dueFrom('2026-03-02T16:00:00Z', now)).toEqual({ kind: 'today' })
    expect(dueFrom('2026-03-05T16:00:00Z', now)).toEqual({ kind: 'later', days: 3 })
    const format = formatsFor('zh', () => now)
    expect(format.until('2026-03-11T16:00:00Z')).toBe(format.day('2026-03-11'))
    expect(format.until('2026-03-11T08:30:00Z')).toBe(format.when('2026-03-11T08:30:00Z'))
  })

  it('calls a deadline missed from its minute on', () => {
    expect(dueFrom('2026-03-02T15:29:00Z', now)).toEqual({ kind: 'overdue', days: 0 })
    expect(dueFrom('2026-02-27T01:00:00Z', now)).toEqual({ kind: 'overdue', days: 3 })
  })
})

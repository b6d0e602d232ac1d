import { expect, it } from 'vitest'
import type { Actor, Role } from '../../platform/actor.ts'
import { dueOf } from './due-cases.ts'
import { endOf, isPast, lastDayWithin } from './terms.ts'

const holding = (role: Role) => ({ roles: new Set([role]) }) as Partial<Actor> as Actor
const open = { mayNow: null, overdue: 'overdue', lastDay: '2026-03-11' } as const
const inTime = new Date('2026-03-11T15:59:59Z')
const late = new Date('2026-03-11T16:00:00Z')

it('a last day ends with the midnight after it, in China', () => {
  expect([isPast('2026-03-11', inTime), isPast('2026-03-11', late)]).toEqual([false, true])
  expect(endOf('2026-03-11')).toEqual(late)
  expect(lastDayWithin(new Date('2026-03-02T02:00:00Z'), 7).day).toBe('2026-03-11')
})

it('a case waits for who may judge it, and once it is overdue for those who press for it', () => {
  const task = { ...open, mayNow: 'to_judge' } as const
  expect(dueOf(holding('committee'), inTime, task)).toEqual({ kind: 'to_judge', dueAt: late })
  expect(dueOf(holding('supervisor'), inTime, open)).toBeNull()
  expect(dueOf(holding('supervisor'), late, open)).toEqual({ kind: 'overdue', dueAt: late })
  expect(dueOf(holding('committee'), late, open)).toBeNull()
})

import { expect, it } from 'vitest'
import { gatherLooks } from './looks.ts'

const look = (viewedAt: string, what = 'roster', viewerName = '陈海军') => ({
  viewedAt,
  viewerName,
  viewerRole: 'committee',
  what,
})

it('tells looks of one person at one thing on one day together, and no others', () => {
  const rows = [
    look('2026-11-05T03:30:00Z'),
    look('2026-11-05T03:20:00Z'),
    look('2026-11-05T03:10:00Z', 'award'),
    look('2026-11-05T03:00:00Z'),
    // Before midnight of Shanghai.
    look('2026-11-04T15:59:00Z'),
    look('2026-11-04T15:58:00Z', 'roster', '沈小桂'),
  ]
  expect(gatherLooks(rows).map(({ count }) => count)).toEqual([2, 1, 1, 1, 1])
  expect(gatherLooks(rows)[0]).toEqual({
    key: '2026-11-05T03:30:00Z 0',
    last: rows[0],
    firstAt: '2026-11-05T03:20:00Z',
    count: 2,
  })
})

import { expect, it } from 'vitest'
import { logStateOf } from './log-state.ts'

const now = new Date('2026-11-29T10:00:00Z')
const at = '2026-11-29T09:55:00Z'
const published = { size: 12, at }
const seen = { name: 'town', url: null, seenAt: at, absentSince: null }
const alarm = { kind: 'no_quorum', since: at } as const

it.each([
  ['nobody witnesses it', { witnesses: [] }, { kind: 'unwatched' }],
  ['it was never published', { published: null }, { kind: 'unpublished' }],
  [
    'a witness does not answer',
    { witnesses: [seen, { ...seen, absentSince: at }] },
    { kind: 'absent', count: 1 },
  ],
  [
    'a witness has not seen the newest',
    { witnesses: [seen, { ...seen, seenAt: null }] },
    { kind: 'unseen', count: 1 },
  ],
  [
    'it has not been signed anew',
    { published: { size: 12, at: '2026-11-29T09:30:00Z' } },
    { kind: 'late', at: '2026-11-29T09:30:00Z' },
  ],
  ['there is an alarm', { alarm, witnesses: [] }, { kind: 'alarm', alarm }],
])('does not say that all is well when %s', (_when, differs, state) => {
  expect(logStateOf({ alarm: null, published, witnesses: [seen], ...differs }, now)).toEqual(state)
})

it('says that all is well when every witness has seen what was published just now', () => {
  expect(logStateOf({ alarm: null, published, witnesses: [seen] }, now)).toEqual({
    kind: 'fine',
    count: 1,
  })
})

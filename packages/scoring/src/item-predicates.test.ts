import { expect, it } from 'vitest'
import { doStarsChangePoints } from './item-predicates.ts'
import type { StageName } from './rule-sheet.ts'

const sheetWith = (...stages: readonly StageName[]) =>
  ({ items: [{ stages: stages.map((stage) => ({ stage })) }] }) as unknown as Parameters<
    typeof doStarsChangePoints
  >[0]

it('stars change points at a post only, and only where a rule asks passers-by', () => {
  expect(doStarsChangePoints(sheetWith('base', 'passers_by'), 'post')).toBe(true)
  expect(doStarsChangePoints(sheetWith('base', 'leader_score'), 'post')).toBe(false)
  expect(doStarsChangePoints({ items: [] }, 'post')).toBe(false)
  for (const kind of ['plot', 'yard', 'house', 'flock', 'shop'])
    expect(doStarsChangePoints(sheetWith('base', 'passers_by'), kind)).toBe(false)
})

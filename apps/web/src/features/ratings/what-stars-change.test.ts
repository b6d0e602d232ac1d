import type { RuleSheet } from '@azalea/scoring'
import { expect, it } from 'vitest'
import { doStarsChangePoints } from './what-stars-change.ts'

const sheetWith = (...stages: readonly string[]) =>
  ({ items: [{ stages: stages.map((stage) => ({ stage })) }] }) as unknown as RuleSheet

it('stars change points at a post only, and only where a rule asks passers-by', () => {
  expect(doStarsChangePoints(sheetWith('base', 'passers_by'), 'post')).toBe(true)
  expect(doStarsChangePoints(sheetWith('base', 'leader_score'), 'post')).toBe(false)
  expect(doStarsChangePoints(sheetWith('base', 'passers_by'), 'plot')).toBe(false)
})

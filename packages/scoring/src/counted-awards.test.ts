import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CalibrationError, findItem, isCountable, parseRuleSheet, recountAwards } from './index.ts'

const garden = new URL('../fixtures/rule-sheets/dashigai-garden.json', import.meta.url)
const parsed = parseRuleSheet(JSON.parse(readFileSync(garden, 'utf8')))
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
const { sheet } = parsed

const recount = (counts: readonly number[], week = '2026-03-02') =>
  recountAwards(sheet, { itemRef: 'garden-rate', week, counts })

describe('recountAwards', () => {
  it('gives each day what its deeds are worth, up to the day’s cap', () => {
    expect(recount([1])).toBe(20)
    expect(recount([4, 2, 1])).toBe(140)
    // 5 × 0.2 points reach the cap of 1 point a day; the rest of that day comes to nothing.
    expect(recount([9, 1])).toBe(120)
  })

  it('judges a week by a sheet that came into force within it', () => {
    expect(recount([1], '2025-12-29')).toBe(20)
    expect(() => recount([1], '2025-12-22')).toThrow(CalibrationError)
  })

  it.each([[[]], [[0]], [[1, 2]], [[1.5]], [[10_001]], [[1, 1, 1, 1, 1, 1, 1, 1]]])(
    'refuses counts that are no week’s: %j',
    (counts) => {
      expect(() => recount(counts)).toThrow('counts are of one to seven days')
    },
  )

  it('counts only what shares nothing with other days, people and items', () => {
    const item = findItem(sheet, 'garden-rate')
    if (item === undefined) throw new Error('no garden-rate')
    expect(isCountable(item)).toBe(true)
    const [cap] = item.caps
    if (cap === undefined) throw new Error('no cap')
    for (const change of [{ scope: 'household' }, { of: 'category' }, { window: 'month' }] as const)
      expect(isCountable({ ...item, caps: [{ ...cap, ...change }] })).toBe(false)
    expect(isCountable({ ...item, exclusiveGroup: 'one' })).toBe(false)
    expect(() =>
      recountAwards(sheet, { itemRef: 'path-sweep', week: '2026-03-02', counts: [1] }),
    ).toThrow('not countable')
  })
})

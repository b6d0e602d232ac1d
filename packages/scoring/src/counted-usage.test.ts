import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  calibrate,
  countedUsage,
  findItem,
  parseRuleSheet,
  type CalibrationInput,
  type RuleItem,
  type RuleSheet,
} from './index.ts'

const garden = new URL('../fixtures/rule-sheets/dashigai-garden.json', import.meta.url)
const sheet = withExclusiveHelp(JSON.parse(readFileSync(garden, 'utf8')))

/** Two items that exclude each other, the second one higher. */
function withExclusiveHelp(json: unknown): RuleSheet {
  const parsed = parseRuleSheet(json)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const pattern = parsed.sheet.items.find(({ ref }) => ref === 'tool-repair')
  if (pattern === undefined) throw new Error('the garden sheet has lost tool-repair')
  const help = (ref: string, pointsHundredths: number): RuleItem => ({
    ...pattern,
    ref,
    base: { kind: 'fixed', pointsHundredths },
    caps: [],
    exclusiveGroup: 'help',
    stages: [{ stage: 'base' }, { stage: 'only_highest' }],
  })
  const items = [...parsed.sheet.items, help('help-low', 500), help('help-high', 1000)]
  return { ...parsed.sheet, items }
}

function itemOf(ref: string): RuleItem {
  const item = findItem(sheet, ref)
  if (item === undefined) throw new Error(`no item ${ref}`)
  return item
}

function usageOf(ref: string, given: Partial<CalibrationInput>) {
  const input: CalibrationInput = {
    itemRef: ref,
    quantity: 1,
    occurredOn: '2026-03-02',
    prior: [],
    competing: [],
    ...given,
  }
  return countedUsage(itemOf(ref), input.quantity, calibrate(sheet, input))
}

const seedMonth = (usedCount: number) =>
  ({
    scope: 'household',
    of: 'item',
    key: 'garden-seed',
    window: 'month',
    usedHundredths: usedCount * 100,
    usedCount,
  }) as const

describe('countedUsage', () => {
  it('counts the occurrences that a cap by count let through', () => {
    const counted = (used: number, quantity: number) =>
      usageOf('garden-seed', { quantity, prior: [seedMonth(used)] }).countedOccurrences
    expect(counted(0, 1)).toBe(1)
    expect(counted(1, 5)).toBe(1)
    expect(counted(0, 5)).toBe(2)
  })

  it('counts nothing for an award that came to nothing', () => {
    expect(usageOf('garden-seed', { prior: [seedMonth(2)] }).countedOccurrences).toBe(0)
    const beaten = { competing: [{ itemRef: 'help-high', pointsHundredths: 1000 }] }
    expect(usageOf('help-low', beaten)).toMatchObject({
      countedOccurrences: 0,
      contendingHundredths: 500,
    })
  })

  it('credits the measured quantity', () => {
    const day = {
      scope: 'person',
      of: 'item',
      key: 'watch-hour',
      window: 'day',
      usedHundredths: 0,
      usedCount: 0,
    } as const
    expect(usageOf('watch-hour', { quantity: 90, leaderScore: 5, prior: [day] })).toMatchObject({
      countedOccurrences: 1,
      creditedQuantity: 90,
    })
  })
})

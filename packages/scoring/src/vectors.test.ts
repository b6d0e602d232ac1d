import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '@azalea/text'
import { CalibrationError, calibrate, findItem, parseRuleSheet } from './index.ts'
import type { Calibration, CalibrationInput, JsonValue, RuleSheet } from './index.ts'

function readVectors(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../vectors/${name}.json`, import.meta.url), 'utf8'))
}

function readSheet(): RuleSheet {
  const parsed = parseRuleSheet(readVectors('rule-sheet'))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.sheet
}

const sheet = readSheet()

interface ValidCase {
  name: string
  input: CalibrationInput
  /** Worked by hand, one for each stage. */
  afterHundredths: number[]
  output: Calibration
}

interface InvalidCase {
  name: string
  input: CalibrationInput
  code: string
}

const bytesOf = (value: Calibration): string => canonicalJson(value as unknown as JsonValue)

describe('calibrate, by the vectors', () => {
  const cases = readVectors('calibrate') as ValidCase[]

  it.each(cases)('$name', ({ input, afterHundredths, output }) => {
    const calibration = calibrate(sheet, input)
    expect(calibration.stages.map((stage) => stage.afterHundredths)).toEqual(afterHundredths)
    expect(calibration.pointsHundredths).toBe(afterHundredths.at(-1))
    expect(bytesOf(calibration)).toBe(bytesOf(output))
  })

  it('covers every item of the sheet and every stage', () => {
    const items = new Set(cases.map(({ input }) => findItem(sheet, input.itemRef)?.ref))
    expect(items).toEqual(new Set(sheet.items.map(({ ref }) => ref)))
    const stages = new Set(cases.flatMap(({ output }) => output.stages.map((one) => one.stage)))
    expect(stages.size).toBe(10)
  })
})

describe('a sheet where only items of one group compete', () => {
  const grouped: RuleSheet = {
    ...sheet,
    policies: { ...sheet.policies, onlyHighest: 'same_group' },
    items: sheet.items.map((item) => {
      if (item.ref === 'clean-machine' || item.ref === 'clean') {
        return { ...item, exclusiveGroup: 'ditch' }
      }
      return item.ref === 'litter-ditch' ? { ...item, exclusiveGroup: 'ditch' } : item
    }),
  }
  const pointsBeside = (rival: string, pointsHundredths: number): number =>
    calibrate(grouped, {
      itemRef: 'clean',
      quantity: 1,
      occurredOn: '2026-04-18',
      prior: [],
      competing: [{ itemRef: rival, pointsHundredths }],
    }).pointsHundredths

  it('lets another item of the group take the deed', () => {
    expect(pointsBeside('clean-machine', 800)).toBe(0)
  })

  it('ignores items of no group, unknown items, and deductions of the group', () => {
    expect(pointsBeside('tidy-visit', 800)).toBe(500)
    expect(pointsBeside('gone', 800)).toBe(500)
    expect(pointsBeside('litter-ditch', -800)).toBe(500)
  })
})

describe('calibrate refuses, by the vectors', () => {
  it.each(readVectors('calibrate-invalid') as InvalidCase[])('$name', ({ input, code }) => {
    let thrown: unknown
    try {
      calibrate(sheet, input)
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(CalibrationError)
    expect((thrown as CalibrationError).code).toBe(code)
  })
})

interface InvalidSheet {
  name: string
  /** JSON pointer to what is replaced; a value of null removes it. */
  at: string
  value: unknown
  problems: { path: string; code: string }[]
}

describe('parseRuleSheet refuses, by the vectors', () => {
  it.each(readVectors('rule-sheet-invalid') as InvalidSheet[])(
    '$name',
    ({ at, value, problems }) => {
      const changed = readVectors('rule-sheet') as Record<string, unknown>
      const steps = at.split('/').slice(1)
      const last = steps.pop() ?? ''
      const parent = steps.reduce<Record<string, unknown>>(
        (node, step) => node[step] as Record<string, unknown>,
        changed,
      )
      if (value === null) delete parent[last]
      else parent[last] = value
      const parsed = parseRuleSheet(changed)
      expect(parsed.ok).toBe(false)
      const found = parsed.ok ? [] : parsed.problems
      expect(found.map(({ path, code }) => ({ path, code }))).toEqual(problems)
      for (const { messageZh, messageEn } of found) {
        expect(messageZh).toMatch(/\p{Script=Han}/u)
        expect(messageEn).toMatch(/^[\x20-\x7e‘’“”…\p{Script=Han}]+$/u)
      }
    },
  )
})

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseRuleSheet, ruleSheetJsonSchema } from './index.ts'
import type { RuleSheet } from './index.ts'
import { sheetFieldWords } from './sheet-words.ts'

const sheet = JSON.parse(
  readFileSync(new URL('../vectors/rule-sheet.json', import.meta.url), 'utf8'),
) as RuleSheet

function problemsOf(value: unknown): string[][] {
  const parsed = parseRuleSheet(value)
  return parsed.ok ? [] : parsed.problems.map(({ messageZh, messageEn }) => [messageZh, messageEn])
}

const [first, ...others] = sheet.items
if (first === undefined) throw new Error('the vectors have lost their items')
const named = { zh: '村口值守', en: 'Guard the gate' }
const of = (item: object): unknown => ({
  ...sheet,
  items: [{ ...first, name: named, ...item }, ...others],
})

describe('a complaint about a sheet', () => {
  it('names the item and the field, and counts in points', () => {
    expect(problemsOf(of({ base: { kind: 'fixed', pointsHundredths: -1 } }))).toEqual([
      [
        '第 1 个事项“村口值守”·分值：请填 0.01 到 100000 分之间的数。',
        'Item 1 “Guard the gate”, points: write a number between 0.01 and 100000 points.',
      ],
    ])
  })

  it('says what is wrong with a text', () => {
    expect(problemsOf(of({ unit: { zh: ' ', en: 'piece' } }))).toEqual([
      [
        '第 1 个事项“村口值守”·单位·中文：还没有填写。',
        'Item 1 “Guard the gate”, unit, Chinese: nothing is written yet.',
      ],
    ])
    expect(problemsOf({ ...sheet, sourceNote: '长'.repeat(2001) })).toEqual([
      [
        '来源：最多 2000 个字，现有 2001 个字。',
        'Source: 2000 characters at most; there are 2001.',
      ],
    ])
  })

  it('tells the words of the format with what they mean', () => {
    expect(problemsOf(of({ kind: 'bonus' }))).toEqual([
      [
        '第 1 个事项“村口值守”·种类：只能写 merit（加分）、deduction（扣分）。',
        'Item 1 “Guard the gate”, kind: write one of merit (merit), deduction (deduction).',
      ],
    ])
  })

  it('names what contradicts', () => {
    expect(problemsOf(of({ category: '没有' }))).toEqual([
      [
        '第 1 个事项“村口值守”·类别：类别表里没有“没有”。',
        'Item 1 “Guard the gate”, category: “没有” is not among the categories.',
      ],
    ])
  })
})

it('has words for every field of the format', () => {
  const names = new Set<string>()
  const walk = (schema: unknown): void => {
    if (typeof schema !== 'object' || schema === null) return
    for (const [key, value] of Object.entries(schema)) {
      if (key === 'properties') for (const name of Object.keys(value as object)) names.add(name)
      walk(value)
    }
  }
  walk(ruleSheetJsonSchema)
  expect([...names].filter((name) => sheetFieldWords(name).zh === name)).toEqual([])
})

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { changesInWords, parseRuleSheet, withEnglish } from './index.ts'
import type { RuleItem, RuleSheet } from './index.ts'

const sheet = JSON.parse(
  readFileSync(new URL('../vectors/rule-sheet.json', import.meta.url), 'utf8'),
) as RuleSheet
const [vector] = sheet.items
if (vector === undefined) throw new Error('the vectors have lost their items')
const item: RuleItem = {
  ...vector,
  base: { kind: 'fixed', pointsHundredths: 200 },
  caps: [{ scope: 'person', of: 'item', window: 'month', atMostHundredths: 2000 }],
  stages: [{ stage: 'base' }, { stage: 'cap' }],
}

describe('changesInWords', () => {
  it('tells points, caps, days and stages', () => {
    const now: RuleItem = {
      ...item,
      base: { kind: 'fixed', pointsHundredths: 300 },
      caps: [{ scope: 'person', of: 'item', window: 'month', atMostHundredths: 1500 }],
      noticeDays: item.noticeDays + 3,
      stages: [{ stage: 'base' }, { stage: 'only_highest' }, { stage: 'cap' }],
    }
    expect(changesInWords(item, now, 'zh')).toEqual([
      '分值：2 分 → 3 分',
      '每人每月封顶（这个事项）·最多多少分：20 分 → 15 分',
      `公示天数：${item.noticeDays} 天 → ${now.noticeDays} 天`,
      '取最高：没有 → 有',
    ])
    expect(changesInWords(item, now, 'en').slice(0, 2)).toEqual([
      'points: 2 points → 3 points',
      'cap a month (each person, this item), points at most: 20 points → 15 points',
    ])
  })

  it('tells nothing where nothing changed', () => {
    expect(changesInWords(sheet, structuredClone(sheet), 'zh')).toEqual([])
  })
})

it('lets the Chinese words stand in for English that was left empty', () => {
  const empty = { ...sheet, title: { zh: '村规', en: ' ' } }
  expect(parseRuleSheet(empty).ok).toBe(false)
  expect(parseRuleSheet(withEnglish(empty))).toMatchObject({
    ok: true,
    sheet: { title: { zh: '村规', en: '村规' } },
  })
  expect(withEnglish(sheet)).toEqual(sheet)
})

import { describe, expect, it } from 'vitest'
import { describeItem, explain, itemInBoth, languageParts, wordsIn } from './index.ts'
import type { CalibrationStage, RuleItem } from './index.ts'

describe('words of a sheet', () => {
  it('stand in the language of the reader', () => {
    const words = { zh: '清扫村道', en: 'Swept the lane' }
    expect(wordsIn(words, 'zh')).toBe('清扫村道')
    expect(wordsIn(words, 'en')).toBe('Swept the lane')
  })

  it('fall back to Chinese and say so, however the English is missing', () => {
    for (const words of [
      { zh: '清扫村道' },
      { zh: '清扫村道', en: ' ' },
      { zh: '清扫村道', en: '清扫村道' },
    ]) {
      expect(wordsIn(words, 'en')).toBe('清扫村道 (Chinese only)')
      expect(wordsIn(words, 'zh')).toBe('清扫村道')
    }
  })

  it('say nothing of words that are no Chinese, and leave missing words missing', () => {
    expect(wordsIn({ zh: '4G', en: '4G' }, 'en')).toBe('4G')
    expect(wordsIn(undefined, 'en')).toBeUndefined()
    expect(itemInBoth({ name: { zh: '扫路', en: '扫路' } })).toEqual({
      itemZh: '扫路',
      itemEn: '扫路 (Chinese only)',
    })
  })

  it('come apart again within a sentence', () => {
    expect(languageParts('Taken back: 清扫村道 (Chinese only)×2')).toEqual([
      { text: 'Taken back: ', kind: 'own' },
      { text: '清扫村道', kind: 'zh' },
      { text: ' (Chinese only)', kind: 'mark' },
      { text: '×2', kind: 'own' },
    ])
    expect(languageParts('Swept the lane')).toEqual([{ text: 'Swept the lane', kind: 'own' }])
  })

  it('say so in the sentences of a stage and of an item', () => {
    const stage = ({ code, params }: CalibrationStage['reason']): CalibrationStage => ({
      stage: 'only_highest',
      input: {},
      beforeHundredths: 100,
      afterHundredths: 0,
      reason: { code, params },
    })
    const both = { nameZh: '扫路', nameEn: '扫路', pointsHundredths: 200, itemRef: 'a' }
    expect(explain(stage({ code: 'not_highest', params: both }), 'en').join('')).toContain(
      '"扫路 (Chinese only)"',
    )
    const two = { namesZh: '高温、远岗', namesEn: '高温, 远岗' }
    expect(explain(stage({ code: 'circumstances_counted', params: two }), 'en').join('')).toContain(
      '高温、远岗 (Chinese only)',
    )
    const item = {
      kind: 'merit',
      base: { kind: 'fixed', pointsHundredths: 100 },
      unit: { zh: '次', en: 'time' },
      caps: [],
      stages: [
        { stage: 'base' },
        {
          stage: 'circumstances',
          each: [{ code: 'far', name: { zh: '远岗', en: '远岗' }, permille: 1500 }],
        },
      ],
      noticeDays: 5,
      expiry: { kind: 'never' },
      repair: [],
      publicity: 'full',
    } as unknown as RuleItem
    expect(describeItem(item, 'en').join(' ')).toContain('远岗 (Chinese only)')
  })
})

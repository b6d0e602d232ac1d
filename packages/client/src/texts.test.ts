import { describe, expect, it } from 'vitest'
import { defineMessages, textAround, translator } from './texts.ts'

const sample = defineMessages('sample', {
  zh: {
    greeting: '你好，{{name}}',
    worth: '{{points}} 分',
    days_other: '{{count}} 天',
    dotted: '第 1. 步: 看',
  },
  en: {
    greeting: 'Hello, {{name}}',
    worth: '{{points}} points',
    days_one: '{{count}} day',
    days_other: '{{count}} days',
    dotted: 'Step 1.: look',
  },
})

describe('translator', () => {
  it('fills placeholders without escaping, as React escapes', () => {
    expect(translator(sample, 'zh')('greeting', { name: '<陈>' })).toBe('你好，<陈>')
  })

  it('chooses the plural of the language', () => {
    expect(translator(sample, 'en')('days', { count: 1 })).toBe('1 day')
    expect(translator(sample, 'en')('days', { count: 3 })).toBe('3 days')
    expect(translator(sample, 'zh')('days', { count: 1 })).toBe('1 天')
  })

  it('writes zero and fractions in the plural, and a counted number that is already text', () => {
    const t = translator(sample, 'en')
    expect(t('days', { count: 0 })).toBe('0 days')
    expect(t('days', { count: 1.5 })).toBe('1.5 days')
    expect(t('days', { count: '1,200' })).toBe('1,200 days')
  })

  it('writes one point in the singular, and no other amount', () => {
    const t = translator(sample, 'en')
    expect(t('worth', { points: '1' })).toBe('1 point')
    expect(t('worth', { points: '−1' })).toBe('−1 point')
    for (const points of ['0.1', '11', '1.1', '0'])
      expect(t('worth', { points })).toBe(`${points} points`)
  })

  it('writes a near day small within a sentence, and leaves one that stands alone', () => {
    const days = defineMessages('days', {
      zh: { since: '{{day}}起', voted: '{{day}}表决', alone: '{{day}}' },
      en: { since: 'since {{day}}', voted: 'voted on {{day}}', alone: '{{day}}' },
    })
    const t = translator(days, 'en')
    expect(t('since', { day: 'Today' })).toBe('since today')
    expect(t('voted', { day: 'Yesterday' })).toBe('voted yesterday')
    expect(t('voted', { day: '5 Nov' })).toBe('voted on 5 Nov')
    expect(t('alone', { day: 'Today' })).toBe('Today')
  })

  it('writes it small too where the day is an element of its own', () => {
    const said = (text: string, at: string) => Object.values(textAround(text, at, 'en')).join('|')
    expect(said('since {{at}}', 'Today 08:00')).toBe('since |today 08:00|')
    expect(said('It enters the log on {{at}}.', 'Tomorrow')).toBe('It enters the log |tomorrow|.')
    expect(said('It enters the log on {{at}}.', '5 Nov')).toBe('It enters the log on |5 Nov|.')
    expect(said('{{at}} it ends', 'Today')).toBe('|Today| it ends')
    expect(Object.values(textAround('{{at}}起', '今天', 'zh')).join('|')).toBe('|今天|起')
  })

  it('takes a value for what it is, whatever signs stand in it', () => {
    expect(translator(sample, 'en')('greeting', { name: '$& {{name}}' })).toBe('Hello, $& {{name}}')
  })

  it('shows what is missing instead of breaking the page', () => {
    expect(translator(sample, 'en')('greeting')).toBe('Hello, {{name}}')
  })

  it('keeps the namespaces of two features apart', () => {
    const other = defineMessages('other', { zh: { greeting: '再见' }, en: { greeting: 'Bye' } })
    expect(translator(other, 'en')('greeting')).toBe('Bye')
    expect(translator(sample, 'en')('greeting', { name: 'A' })).toBe('Hello, A')
  })
})

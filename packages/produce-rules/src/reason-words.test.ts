import { expect, it } from 'vitest'
import { amountWords, possibleAgainWords, reasonWords, type Reason } from './index.ts'

it('says from when it is possible again', () => {
  expect(possibleAgainWords('2026-12-14')).toEqual({
    zh: '12月14日起可以',
    en: 'possible again from 14 December',
  })
})

it.each([
  ['g', 500, '0.5 克', '0.5 g'],
  ['ml', 36_000, '36 毫升', '36 ml'],
  ['g', 280_000_000, '280 公斤', '280 kg'],
  ['g', 1_000_001, '1.000001 公斤', '1.000001 kg'],
  ['ml', 1_500_000, '1.5 升', '1.5 l'],
] as const)('says %s %i as %s, %s', (unit, thousandths, zh, en) => {
  expect(amountWords({ unit, thousandths })).toEqual({ zh, en })
})

it('says each reason in both languages', () => {
  const limit = { unit: 'ml' as const, thousandths: 40_020 }
  const possibleFrom = null
  const reasons: Reason[] = [
    { code: 'not_on_list', possibleFrom },
    { code: 'not_for_crop', possibleFrom },
    { code: 'other_unit', unit: 'g', possibleFrom },
    { code: 'dose_above', limit, possibleFrom },
    { code: 'dose_below', limit, possibleFrom },
    { code: 'uses_of_product', mostUses: 2, possibleFrom },
    { code: 'uses_of_substance', mostUses: 2, substance: '苦参碱', possibleFrom },
    { code: 'near_harvest', harvestOn: '2026-12-13', days: 7, possibleFrom },
    { code: 're_entry', endsAt: '2026-12-07T03:00:00.000Z', possibleFrom },
  ]
  for (const reason of reasons) {
    const { zh, en } = reasonWords(reason)
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en.replace('苦参碱', '')).not.toMatch(/\p{Script=Han}/u)
  }
  const [near, reEntry] = reasons.slice(-2).map(reasonWords)
  expect(near?.zh).toBe('离12月13日采收不足 7 天')
  expect(reEntry?.zh).toBe('刚施过药，12月7日11:00 以后才能进地')
})

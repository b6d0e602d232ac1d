import { expect, it } from 'vitest'
import { inUnit } from './say-quantity.ts'

it('says an amount in the unit of its offer', () => {
  expect(inUnit('kg', 'zh')(40_000)).toBe('40 公斤')
  expect(inUnit('person', 'en')(1)).toBe('1 person')
})

it('says an amount of a rule, which knows no unit, in every measure that it comes to', () => {
  expect(inUnit(null, 'zh')(40_000)).toBe('40 公斤或 666 小时 40 分钟或 40000 件')
  expect(inUnit(null, 'en')(40_000)).toBe('40 kg or 666 hours 40 minutes or 40000 pieces')
  expect(inUnit(null, 'zh')(120)).toBe('2 小时或 120 件')
  expect(inUnit(null, 'zh')(2)).toBe('2 件')
})

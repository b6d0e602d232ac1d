import { expect, it } from 'vitest'
import { inUnit, inUnits, isOneMeasure } from './say-quantity.ts'

it('says an amount in the unit of its offer', () => {
  expect(inUnit('kg', 'zh')(40_000)).toBe('40 公斤')
  expect(inUnit('person', 'en')(1)).toBe('1 person')
})

it('says an amount of a rule in the units of its offers; of none in every measure that it comes to', () => {
  expect(inUnits(['kg'], 'zh')(40_000)).toBe('40 公斤')
  expect(inUnits(['kg', 'jin'], 'zh')(40_000)).toBe('40 公斤或 80 斤')
  expect(inUnits([], 'zh')(40_000)).toBe('40 公斤或 666 小时 40 分钟或 40000 件')
  expect(inUnits([], 'en')(40_000)).toBe('40 kg or 666 hours 40 minutes or 40000 pieces')
  expect(inUnits([], 'zh')(120)).toBe('2 小时或 120 件')
  expect(inUnits([], 'zh')(2)).toBe('2 件')
})

it('knows which units count one measure', () => {
  expect([isOneMeasure('kg', 'jin'), isOneMeasure('kg', 'hour')]).toEqual([true, false])
})

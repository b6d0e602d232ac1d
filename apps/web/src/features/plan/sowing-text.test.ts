import { expect, it } from 'vitest'
import { readSowing, sowingText } from './sowing-text.ts'

it.each([
  ['03-01 到 04-30', [301, 430]],
  ['3-1到4-30，8-1 至 9-30', [301, 430, 801, 930]],
  ['11-15 to 02-10', [1115, 210]],
  ['03-01', null],
  ['03-01 到', null],
  ['13-01 到 14-30', null],
  ['', null],
])('reads %j as %j', (text, days) => {
  expect(readSowing(text)).toEqual(days)
})

it('writes what it reads', () => {
  expect(sowingText([301, 430, 801, 930], 'to')).toBe('03-01 to 04-30, 08-01 to 09-30')
  expect(readSowing(sowingText([301, 430, 801, 930], '到'))).toEqual([301, 430, 801, 930])
})

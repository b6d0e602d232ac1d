import { expect, it } from 'vitest'
import { parseNumber } from './number-text.ts'

it.each([
  ['', null],
  ['  ', null],
  ['12', 12],
  ['12.5', 12.5],
  ['１２．５', 12.5],
  ['12。5', 12.5],
  ['1,200', 1200],
  ['−3', -3],
  ['.5', 0.5],
  ['12.', 12],
  ['3小时', undefined],
  ['1.2.3', undefined],
  ['-', undefined],
  ['1e9', undefined],
])('reads %j as %j', (text, value) => {
  expect(parseNumber(text)).toBe(value)
})

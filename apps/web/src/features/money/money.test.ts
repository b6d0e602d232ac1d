import { expect, it } from 'vitest'
import { fenOf } from './money.ts'

it('takes yuan with at most two decimals, and only what is more than nothing', () => {
  expect([12.34, 0.07, 20_000, 1.1].map(fenOf)).toEqual([1234, 7, 2_000_000, 110])
  expect([null, 0, -1, 0.001, 12.345].map(fenOf)).toEqual([null, null, null, null, null])
})

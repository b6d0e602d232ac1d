import { expect, it } from 'vitest'
import { findGaps } from './find-gaps.ts'

const points = (line: string) =>
  Array.from(line, (sign, index) => ({ at: `${index}`, value: sign === '-' ? null : 1 }))

it('tells where nothing was heard for three hours and more', () => {
  expect(findGaps(points('11--1---1'))).toEqual([{ from: '5', to: '8' }])
})

it('tells that it lasts, and nothing of the time before the first reading', () => {
  expect(findGaps(points('----11---'))).toEqual([{ from: '6', to: null }])
  expect(findGaps(points('------'))).toEqual([])
  expect(findGaps(points('111'))).toEqual([])
})

import { expect, it } from 'vitest'
import { boardBytes, boardsOf } from './index.ts'

const households = [
  { household: 'a', group: 1, joined: true },
  { household: 'b', group: 2, joined: true },
  { household: 'c', group: 1, joined: true },
  { household: 'left', group: 2, joined: false },
]
const earned = [
  { household: 'b', earner: 'b1', pointsHundredths: 300 },
  { household: 'a', earner: 'a1', pointsHundredths: 100 },
  { household: 'a', earner: 'a2', pointsHundredths: 200 },
  { household: 'left', earner: 'l1', pointsHundredths: 900 },
  { household: 'c', earner: 'c1', pointsHundredths: -50 },
]

it('ranks households, people and groups, best first, and of equals by id', () => {
  expect(boardsOf(households, earned)).toEqual({
    household: [
      ['a', 300],
      ['b', 300],
    ],
    person: [
      ['b1', 300],
      ['a2', 200],
      ['a1', 100],
    ],
    group: [
      ['2', 300],
      ['1', 250],
    ],
  })
})

it('spells a board in one way', () => {
  expect(boardBytes(boardsOf(households, earned).group)).toBe('[["2",300],["1",250]]')
  expect(boardBytes([])).toBe('[]')
})

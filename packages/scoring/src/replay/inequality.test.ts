import { describe, expect, it } from 'vitest'
import { inequalityOf } from './index.ts'

describe('inequalityOf', () => {
  it.each([
    ['nobody has anything', [0, 0], null, null],
    ['everybody has the same', [5, 5, 5, 5], 0, 250],
    ['one of four has it all', [0, 0, 0, 9], 750, 1000],
    // Σ(2i − n − 1)·x = −3·1 − 1·2 + 1·3 + 3·4 = 10, over 4 · 10.
    ['1, 2, 3, 4', [4, 2, 3, 1], 250, 400],
    ['who stands below zero counts as nothing', [-700, 0, 0, 9], 750, 1000],
    ['eleven: the top tenth are two', [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 10], 409, 550],
  ])('%s', (_, points, giniPermille, topTenthPermille) => {
    expect(inequalityOf(points)).toEqual({ giniPermille, topTenthPermille })
  })

  it('does not overflow where sums leave the safe integers', () => {
    const most = Number.MAX_SAFE_INTEGER
    expect(inequalityOf([most, most])).toEqual({ giniPermille: 0, topTenthPermille: 500 })
  })
})

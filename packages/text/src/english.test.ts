import { describe, expect, it } from 'vitest'
import { englishProse } from './english.ts'

describe('English prose', () => {
  it('has one of anything in the singular, and no other amount', () => {
    expect(englishProse('1 times')).toBe('1 time')
    expect(englishProse('−1 points')).toBe('−1 point')
    expect(englishProse('(1 people)')).toBe('(1 person)')
    expect(englishProse('1 sheets were read')).toBe('1 sheet was read')
    for (const amount of ['0', '11', '1.1', '0.1', '2,1', '1,001'])
      expect(englishProse(`${amount} times`)).toBe(`${amount} times`)
  })

  it('has a near day small within a sentence, and as it was where it begins one', () => {
    expect(englishProse('since Today 08:00')).toBe('since today 08:00')
    expect(englishProse('voted on Yesterday')).toBe('voted yesterday')
    expect(englishProse('Today 08:00')).toBe('Today 08:00')
    expect(englishProse('It is over. Tomorrow it begins.')).toBe('It is over. Tomorrow it begins.')
  })
})

import { describe, expect, it } from 'vitest'
import { evennessOf } from './comparison.ts'

const totals = (giniPermille: number | null) => ({
  awards: 1,
  pointsHundredths: 1,
  giniPermille,
  topTenthPermille: 1,
})
const evenness = (current: number | null, draft: number | null) =>
  evennessOf({ current: totals(current), draft: totals(draft) })

describe('evennessOf', () => {
  it('says which way points would spread, and nothing where nobody has any', () => {
    expect(evenness(400, 380)).toBe('evener')
    expect(evenness(400, 420)).toBe('less_even')
    expect(evenness(400, 402)).toBe('same')
    expect(evenness(null, 400)).toBeNull()
  })
})

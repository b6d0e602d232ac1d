import { describe, expect, it } from 'vitest'
import { exponential, logarithm, logistic, normalHazard, normalQuantile } from './elementary.ts'
import { kendallTau } from './kendall-tau.ts'

describe('elementary functions', () => {
  it('agree with the engine’s to a dozen digits', () => {
    for (let x = -30; x <= 30; x += 0.37) {
      expect(exponential(x) / Math.exp(x)).toBeCloseTo(1, 10)
      expect(logistic(x)).toBeCloseTo(1 / (1 + Math.exp(-x)), 10)
      expect(logarithm(Math.exp(x))).toBeCloseTo(x, 10)
    }
  })

  // Φ from tables of the normal distribution.
  it.each([
    [0, 0.5],
    [1, 0.158655254],
    [-1, 0.841344746],
    [2.5, 0.006209665],
    [-3.3, 0.999516576],
  ])('knows the hazard of the normal distribution at %f', (t, tail) => {
    const density = Math.exp((-t * t) / 2) / Math.sqrt(2 * Math.PI)
    expect(normalHazard(t)).toBeCloseTo(density / tail, 4)
  })

  it('keeps the hazard rising and smooth into the far tail', () => {
    for (let t = -8; t < 12; t += 0.01) {
      const step = normalHazard(t + 0.01) - normalHazard(t)
      expect(step).toBeGreaterThanOrEqual(0)
      expect(step).toBeLessThan(0.0102)
    }
  })
})

describe('normalQuantile', () => {
  it.each([
    [0.5, 0],
    [0.975, 1.959964],
    [0.025, -1.959964],
    [0.37, -0.331853],
    [0.0001, -3.719016],
  ])('of %d is %d', (p, deviation) => {
    expect(normalQuantile(p)).toBeCloseTo(deviation, 3)
  })
})

describe('kendallTau', () => {
  it('equals counting every pair, with ties', () => {
    const one = [1, 2, 2, 3, 5, 5, 5, 4, 1]
    const other = [2, 1, 2, 3, 3, 5, 4, 4, 2]
    let [agreeing, differing, tiedOne, tiedOther] = [0, 0, 0, 0]
    for (let a = 0; a < one.length; a += 1) {
      for (let b = 0; b < a; b += 1) {
        const [x, y] = [Math.sign(one[a]! - one[b]!), Math.sign(other[a]! - other[b]!)]
        if (x * y > 0) agreeing += 1
        if (x * y < 0) differing += 1
        if (x !== 0 && y === 0) tiedOther += 1
        if (x === 0 && y !== 0) tiedOne += 1
      }
    }
    const untied = agreeing + differing
    const scale = Math.sqrt((untied + tiedOne) * (untied + tiedOther))
    expect(kendallTau(one, other)).toBeCloseTo((agreeing - differing) / scale, 12)
    expect(kendallTau([1, 2, 3], [3, 2, 1])).toBe(-1)
    expect(kendallTau([1, 1], [1, 2])).toBe(0)
  })
})

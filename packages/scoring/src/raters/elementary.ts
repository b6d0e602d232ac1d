/**
 * Functions of the normal distribution from +, −, ×, ÷ and √ alone: those are exact in IEEE 754, while
 * `Math.exp` and `Math.log` may differ in the last bit from one engine to the next.
 */

const LN2 = 0.6931471805599453

/** eˣ for −700 ≤ x ≤ 700. */
export function exponential(x: number): number {
  const halvings = 12
  let y = x / 4096
  // Degree 6 of the series is below 1e-17 for |y| < 0.18.
  y = 1 + y * (1 + (y / 2) * (1 + (y / 3) * (1 + (y / 4) * (1 + (y / 5) * (1 + y / 6)))))
  for (let i = 0; i < halvings; i += 1) y *= y
  return y
}

/** The natural logarithm of x > 0. */
export function logarithm(x: number): number {
  let mantissa = x
  let exponent = 0
  while (mantissa > 1.5) {
    mantissa /= 2
    exponent += 1
  }
  while (mantissa < 0.75) {
    mantissa *= 2
    exponent -= 1
  }
  const ratio = (mantissa - 1) / (mantissa + 1)
  const square = ratio * ratio
  let term = ratio
  let sum = 0
  for (let odd = 1; odd < 30; odd += 2) {
    sum += term / odd
    term *= square
  }
  return 2 * sum + exponent * LN2
}

/** 1 ÷ (1 + e⁻ˣ). */
export function logistic(x: number): number {
  if (x > 40) return 1
  if (x < -40) return 0
  return 1 / (1 + exponential(-x))
}

const HAZARD_REACH = 6
const HAZARD_STEPS_PER_UNIT = 64
const hazardTable = buildHazardTable()

/**
 * The hazard φ(t) ÷ (1 − Φ(t)) of the standard normal: by how many deviations a rating that is only
 * known to lie above t lies above its expectation. Error below 1e-4.
 */
export function normalHazard(t: number): number {
  if (t <= -HAZARD_REACH) return 0
  if (t >= HAZARD_REACH) return t + 1 / t - 2 / (t * t * t)
  const place = (t + HAZARD_REACH) * HAZARD_STEPS_PER_UNIT
  const below = Math.floor(place)
  const at = hazardTable[below] as number
  return at + (place - below) * ((hazardTable[below + 1] as number) - at)
}

/** The deviation below which a standard normal lies with probability p, within ±5.9; error below 1e-3. */
export function normalQuantile(p: number): number {
  let low = -5.9
  let high = 5.9
  for (let halving = 0; halving < 40; halving += 1) {
    const middle = (low + high) / 2
    // From the upper tail's side, where the hazard is far from 0.
    const t = Math.abs(middle)
    const tail = normalDensity(t) / normalHazard(t)
    if ((middle < 0 ? tail : 1 - tail) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

function normalDensity(t: number): number {
  return exponential((-t * t) / 2) / 2.5066282746310002
}

/** From the far tail inward: the tail's area by Simpson's rule on four parts of each step. */
function buildHazardTable(): Float64Array {
  const steps = 2 * HAZARD_REACH * HAZARD_STEPS_PER_UNIT
  const table = new Float64Array(steps + 2)
  const width = 1 / HAZARD_STEPS_PER_UNIT
  const quarter = width / 4
  let tail = 0
  for (let t = 12; t > HAZARD_REACH; t -= width) tail += simpson(normalDensity, t - width, quarter)
  for (let step = steps; step >= 0; step -= 1) {
    const t = step * width - HAZARD_REACH
    table[step] = normalDensity(t) / tail
    tail += simpson(normalDensity, t - width, quarter)
  }
  table[steps + 1] = table[steps] as number
  return table
}

function simpson(f: (t: number) => number, from: number, quarter: number): number {
  const inner = 4 * f(from + quarter) + 2 * f(from + 2 * quarter) + 4 * f(from + 3 * quarter)
  return ((f(from) + inner + f(from + 4 * quarter)) * quarter) / 3
}

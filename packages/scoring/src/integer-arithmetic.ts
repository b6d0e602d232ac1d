import { CalibrationError } from './calibration.ts'

/**
 * `value × numerator ÷ denominator` in integers, halves away from zero (0.5 → 1, −0.5 → −1).
 *
 * @throws CalibrationError `out_of_range` if the product is not a safe integer.
 */
export function scaleHalfAway(value: number, numerator: number, denominator: number): number {
  const product = safeProduct(value, numerator)
  const magnitude = Math.abs(product)
  const remainder = magnitude % denominator
  const down = (magnitude - remainder) / denominator
  const rounded = remainder >= denominator - remainder ? down + 1 : down
  // Adding zero turns -0, which canonical JSON cannot tell from 0, into 0.
  return (product < 0 ? -rounded : rounded) + 0
}

/**
 * `value × numerator ÷ denominator` in integers, the rest dropped.
 *
 * @throws CalibrationError `out_of_range` if the product is not a safe integer.
 */
export function scaleTowardZero(value: number, numerator: number, denominator: number): number {
  const product = safeProduct(value, numerator)
  return (product - (product % denominator)) / denominator + 0
}

/**
 * The product of two integers.
 *
 * @throws CalibrationError `out_of_range` if it is not a safe integer.
 */
export function safeProduct(a: number, b: number): number {
  const product = a * b
  if (!Number.isSafeInteger(product)) {
    throw new CalibrationError('out_of_range', `${a} × ${b} is beyond exact integers`)
  }
  return product + 0
}

import { TlogError } from './errors.ts'

const CANONICAL = /^(?:0|[1-9][0-9]{0,15})$/

/**
 * Reads an unsigned ASCII decimal without sign, leading zeroes or white space, up to 2^53 - 1.
 *
 * @throws TlogError `malformed`
 */
export function parseDecimal(text: string): number {
  const value = CANONICAL.test(text) ? Number(text) : NaN
  if (!Number.isSafeInteger(value)) {
    throw new TlogError(
      'malformed',
      `not a canonical decimal: ${JSON.stringify(text.slice(0, 32))}`,
    )
  }
  return value
}

/** @throws TlogError `out_of_range` unless a safe integer, 0 or more */
export function formatDecimal(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new TlogError('out_of_range', `${value} is not an unsigned safe integer`)
  }
  return String(value)
}

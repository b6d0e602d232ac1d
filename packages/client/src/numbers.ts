/**
 * A number with its thousands parted, rounded half away from zero as it is written (1.005 is 1.01,
 * which it is not in binary). Written by hand: mini-programs have no `Intl` to rely on.
 */
export function decimalText(value: number, mostDigits: number, leastDigits = 0): string {
  const shifted = shift(Math.abs(value), mostDigits)
  const digits = String(Math.round(shifted)).padStart(mostDigits + 1, '0')
  const whole = digits.slice(0, digits.length - mostDigits)
  const parted = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  const fraction = digits.slice(digits.length - mostDigits)
  const kept = fraction.slice(0, leastDigits) + fraction.slice(leastDigits).replace(/0+$/, '')
  const isNegative = value < 0 && Math.round(shifted) !== 0
  return `${isNegative ? '-' : ''}${parted}${kept === '' ? '' : `.${kept}`}`
}

/** Moves the decimal point in the number as it is written; what is written with an exponent is tiny. */
function shift(value: number, digits: number): number {
  const text = String(value)
  return text.includes('e') ? value * 10 ** digits : Number(`${text}e${digits}`)
}

import { PLATE_ALPHABET } from '@azalea/text'

const SYMBOLS = 4

/**
 * A number that people read out: the day, and four symbols of a new identifier's random end, as
 * `261214-K7QF`.
 */
export function readableNumber(day: string, newId: string): string {
  let rest = Number.parseInt(newId.replaceAll('-', '').slice(-10), 16)
  let symbols = ''
  while (symbols.length < SYMBOLS) {
    symbols += PLATE_ALPHABET[rest % PLATE_ALPHABET.length] ?? ''
    rest = Math.floor(rest / PLATE_ALPHABET.length)
  }
  return `${day.slice(2).replaceAll('-', '')}-${symbols}`
}

import { compactText } from './compact-text.ts'

/** 31 symbols without look-alikes: no I, L, O, U, Z. */
export const PLATE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXY'
const MODULUS = PLATE_ALPHABET.length

/** A voucher's: three characters of its village, twelve that nobody guesses, and a check character. */
export const VOUCHER_CODE_LENGTH = 16

/** Seven random characters and a check character. */
export const PLATE_CODE_LENGTH = 8

/** What people read or type instead of a symbol of the alphabet. */
const lookAlikes: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', Z: '2', U: 'V' }

/**
 * A code as it was typed or scanned, in its one written form: full-width and lower-case letters,
 * spaces, dashes and look-alikes are forgiven; of an address only its last part is read.
 */
export function readPlateCode(typed: string): string {
  const last = compactText(typed).split(/[/=]/).at(-1) ?? ''
  return last
    .toUpperCase()
    .replace(/[\p{Pd}\u2212_.·]/gu, '')
    .replace(/[〇OILZU]/g, (symbol) => lookAlikes[symbol] ?? '0')
    .normalize('NFKC')
}

/** Whether a code in its written form has the right length, symbols and check character. */
export function isPlateCode(code: string): boolean {
  return code.length === PLATE_CODE_LENGTH && weightedSum(code) === 0
}

/** The same for a voucher's code. */
export function isVoucherCode(code: string): boolean {
  return code.length === VOUCHER_CODE_LENGTH && weightedSum(code) === 0
}

/**
 * The last character of a code that starts with these. The check is a weighted sum modulo 31: as 31
 * is prime and the weights, fewer than 31, are different and not zero, every single wrong character and
 * every swap of two characters is caught.
 */
export function plateCheckCharacter(body: string): string {
  const sum = weightedSum(`${body}0`)
  return PLATE_ALPHABET[(MODULUS - (sum ?? 0)) % MODULUS] ?? ''
}

/** Null when a character is not of the alphabet. The last character has weight 1. */
function weightedSum(code: string): number | null {
  let sum = 0
  for (let index = 0; index < code.length; index++) {
    const value = PLATE_ALPHABET.indexOf(code.charAt(index))
    if (value < 0) return null
    sum += value * (code.length - index)
  }
  return sum % MODULUS
}

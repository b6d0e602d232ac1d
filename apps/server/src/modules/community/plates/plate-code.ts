import type { Randomness } from '../../../platform/identity.ts'

/**
 * A plate's code: seven random characters and a check character, from 31 symbols without
 * look-alikes (no I, L, O, U, Z). All of them may stand in the `scene` of a WeChat mini-program code.
 *
 * The check is a weighted sum modulo 31. As 31 is prime and the eight weights are different and not
 * zero, every single wrong character and every swap of two characters is caught.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXY'
const MODULUS = ALPHABET.length
const RANDOM_CHARACTERS = 7
export const PLATE_CODE_LENGTH = RANDOM_CHARACTERS + 1

/** What people read or type instead of a symbol of the alphabet. */
const lookAlikes: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', Z: '2', U: 'V' }

export function makePlateCode(randomness: Randomness): string {
  let body = ''
  while (body.length < RANDOM_CHARACTERS)
    for (const byte of randomness.bytes(RANDOM_CHARACTERS))
      // Bytes past the last whole multiple of 31 would favour the first symbols.
      if (byte < 248 && body.length < RANDOM_CHARACTERS) body += ALPHABET[byte % MODULUS] ?? ''
  return body + checkCharacter(body)
}

/**
 * A code as it was typed or scanned, in its one written form: full-width and lower-case letters,
 * spaces, dashes and look-alikes are forgiven; of an address only its last part is read.
 */
export function normalisePlateCode(typed: string): string {
  const last = typed.normalize('NFKC').trim().split(/[/=]/).at(-1) ?? ''
  return last
    .toUpperCase()
    .replace(/[\s\-_.·—–]/g, '')
    .replace(/[OILZU]/g, (symbol) => lookAlikes[symbol] ?? symbol)
}

/** Whether a normalised code has the right length, symbols and check character. */
export function isPlateCode(code: string): boolean {
  return code.length === PLATE_CODE_LENGTH && weightedSum(code) === 0
}

function checkCharacter(body: string): string {
  const sum = weightedSum(`${body}0`)
  return ALPHABET[(MODULUS - (sum ?? 0)) % MODULUS] ?? ''
}

/** Null when a character is not of the alphabet. The last character has weight 1. */
function weightedSum(code: string): number | null {
  let sum = 0
  for (let index = 0; index < code.length; index++) {
    const value = ALPHABET.indexOf(code.charAt(index))
    if (value < 0) return null
    sum += value * (PLATE_CODE_LENGTH - index)
  }
  return sum % MODULUS
}

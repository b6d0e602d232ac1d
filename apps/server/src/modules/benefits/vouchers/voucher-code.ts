import { createHash } from 'node:crypto'
import {
  isVoucherCode,
  PLATE_ALPHABET,
  plateCheckCharacter,
  readPlateCode,
  VOUCHER_CODE_LENGTH,
} from '@azalea/text'
import type { VillageSecret } from '../../record/index.ts'
import { refuse } from './refusals.ts'

const MARK_LENGTH = 3

/**
 * A voucher's code: of which village it is, then what nobody guesses (31¹², 59 bits), then a check.
 * It follows from the village's secret, so that the database holds only its hash.
 */
export function voucherCode(secret: VillageSecret, villageId: string, voucherId: string): string {
  const length = VOUCHER_CODE_LENGTH - MARK_LENGTH - 1
  const own = symbolsOf(secret.hashOf('voucher-code', voucherId), length)
  const body = markOf(villageId) + own
  return body + plateCheckCharacter(body)
}

/** By which a code is found; keyed, since a code is worth money. */
export function voucherCodeHash(secret: VillageSecret, code: string): string {
  return secret.hashOf('voucher-code-hash', code)
}

/**
 * A code as it was scanned or typed, in its one written form.
 * @throws Refusal 'voucher_code_mistyped', 'voucher_of_other_village'
 */
export function readVoucherCode(villageId: string, typed: string): string {
  const code = readPlateCode(typed)
  if (!isVoucherCode(code)) throw refuse('voucher_code_mistyped')
  if (!code.startsWith(markOf(villageId))) throw refuse('voucher_of_other_village')
  return code
}

const markOf = (villageId: string) => symbolsOf(`voucher-village ${villageId}`, MARK_LENGTH)

function symbolsOf(text: string, length: number): string {
  // Bytes past the last whole multiple of 31 would favour the first symbols.
  const symbols = [...createHash('sha512').update(text).digest()]
    .filter((byte) => byte < 8 * PLATE_ALPHABET.length)
    .slice(0, length)
    .map((byte) => PLATE_ALPHABET[byte % PLATE_ALPHABET.length])
  return symbols.join('').padEnd(length, '0')
}

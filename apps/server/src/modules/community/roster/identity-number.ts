import { compactText, isCivilDay } from '@azalea/text'
import type { VillageSecret } from '../../record/index.ts'

/** Weights and check characters of the citizen identity number, GB 11643-1999 (ISO 7064 MOD 11-2). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARACTERS = '10X98765432'

export type IdentityNumber =
  | {
      readonly ok: true
      readonly number: string
      readonly last4: string
      readonly birthYear: number
    }
  | { readonly ok: false; readonly code: 'id_malformed' | 'id_bad_date' | 'id_check_failed' }

/** Reads a citizen identity number of 18 characters; `x` and full-width digits are forgiven. */
export function readIdentityNumber(typed: string): IdentityNumber {
  const number = compactText(typed).replace(/[-']/g, '').toUpperCase()
  if (!/^\d{17}[\dX]$/.test(number)) return { ok: false, code: 'id_malformed' }
  const day = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!isCivilDay(day)) return { ok: false, code: 'id_bad_date' }
  if (identityCheckCharacter(number.slice(0, 17)) !== number.at(-1))
    return { ok: false, code: 'id_check_failed' }
  return { ok: true, number, last4: number.slice(-4), birthYear: Number(number.slice(6, 10)) }
}

/** How an identity number is known: a hash under the village's secret, never the number. */
export function identityHashOf(secret: VillageSecret, number: string): string {
  return secret.hashOf('identity number', number)
}

/** The eighteenth character for the first seventeen digits. */
export function identityCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0)
  return CHECK_CHARACTERS[sum % 11] ?? ''
}

import type { Keyring } from '../../../platform/keyring.ts'
import { refuse } from '../refusals.ts'
import { normalisePhone } from './phone-number.ts'

/** How a telephone is known outside the roster: a keyed hash, the same in every village. */
export function phoneHashOf(keyring: Keyring, phone: string): string {
  return keyring.hashOf('phone', phone)
}

/** @throws Refusal 'bad_phone' */
export function requirePhone(typed: string): string {
  const phone = normalisePhone(typed)
  if (phone === null) throw refuse('bad_phone')
  return phone
}

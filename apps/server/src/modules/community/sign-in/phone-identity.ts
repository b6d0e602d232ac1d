import { readPhone } from '@azalea/text'
import type { Keyring } from '../../../platform/keyring.ts'
import { refuse } from '../refusals.ts'

/** How a telephone is known outside the roster: a keyed hash, the same in every village. */
export function phoneHashOf(keyring: Keyring, phone: string): string {
  return keyring.hashOf('phone', phone)
}

/** @throws Refusal 'bad_phone' */
export function requirePhone(typed: string): string {
  const phone = readPhone(typed)
  if (phone === null) throw refuse('bad_phone')
  return phone
}

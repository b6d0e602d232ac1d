import type { VillageSecret } from '../../record/index.ts'
import { refuse } from '../refusals.ts'
import { identityHashOf, readIdentityNumber } from '../roster/identity-number.ts'
import type { NewIdentity } from './sign-in-change.store.ts'

/** An identity number as it is kept: a keyed hash and what may be shown. @throws Refusal 'bad_identity_number' */
export function keyedIdentity(secret: VillageSecret, typed: string): NewIdentity {
  const identity = readIdentityNumber(typed)
  if (!identity.ok) throw refuse('bad_identity_number')
  return {
    hash: identityHashOf(secret, identity.number),
    last4: identity.last4,
    birthYear: identity.birthYear,
  }
}

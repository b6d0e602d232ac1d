import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { NewId, Randomness } from '../../../platform/identity.ts'
import type { Keyring } from '../../../platform/keyring.ts'
import type { SmsSender } from '../../../platform/sms.ts'

/** What signing in uses. It acts before there is an actor, so it does not go through `act`. */
export interface SignInParts {
  readonly database: Database
  readonly clock: Clock
  readonly randomness: Randomness
  readonly newId: NewId
  readonly keyring: Keyring
  readonly sms: SmsSender
  /** Told of a message that could not be sent; the person is not, lest it tell who is on a roster. */
  readonly onSmsFault: (error: unknown) => void
}

export const CODE_MINUTES = 5
export const MAX_ATTEMPTS = 5

/** When a code that is opened now ends: none that a right clock has opened ends later. */
export const codeEnd = (now: Date) => new Date(now.getTime() + CODE_MINUTES * 60_000)

export function codeHashOf(keyring: Keyring, phoneHash: string, code: string): string {
  return keyring.hashOf('sign-in code', `${phoneHash} ${code}`)
}

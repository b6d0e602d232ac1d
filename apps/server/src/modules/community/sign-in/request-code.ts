import { ageMilliseconds } from '../../../platform/clock.ts'
import type { Db } from '../../../platform/database/database.ts'
import type { Randomness } from '../../../platform/identity.ts'
import { refuse } from '../refusals.ts'
import { phoneHashOf, requirePhone } from './phone-identity.ts'
import { CODE_MINUTES, codeEnd, codeHashOf, type SignInParts } from './sign-in-parts.ts'
import {
  insertRequest,
  lockPhone,
  selectIdentities,
  selectRequestTimes,
  upsertCode,
} from './sign-in.store.ts'

const MINUTE_MILLISECONDS = 60_000
const REQUESTS_AN_HOUR = 5

/**
 * Opens a one-time code for a telephone and sends it. A telephone that is on no roster gets no
 * message, the same rows, the same limits and the same answer: nobody learns who is a villager.
 * @throws Refusal 'bad_phone', 'code_just_sent' (one a minute), 'too_many_codes' (five an hour)
 */
export async function requestCode(
  parts: SignInParts,
  input: { readonly phone: string },
): Promise<{ sent: true; expiresInSeconds: number }> {
  return openCode(
    parts,
    requirePhone(input.phone),
    async (db, phoneHash) => (await selectIdentities(db, phoneHash)).length > 0,
  )
}

/**
 * Opens a code for a telephone, within its limits, and sends it if `isKnown` says so.
 * @throws Refusal 'code_just_sent', 'too_many_codes'
 */
export async function openCode(
  parts: SignInParts,
  phone: string,
  isKnown: (db: Db, phoneHash: string) => Promise<boolean>,
): Promise<{ sent: true; expiresInSeconds: number }> {
  const phoneHash = phoneHashOf(parts.keyring, phone)
  const fixedCode = parts.sms.fixedCodeOf(phone)
  const code = fixedCode ?? randomCode(parts.randomness)
  const known = await parts.database.outsideVillages(async (db) => {
    const now = parts.clock.now()
    await lockPhone(db, phoneHash)
    // A listed telephone of the demonstration is everyone's: its limits would lock visitors out.
    if (fixedCode === null) await countRequest(parts, db, phoneHash, now)
    await upsertCode(db, {
      phoneHash,
      codeHash: codeHashOf(parts.keyring, phoneHash, code),
      expiresAt: codeEnd(now),
    })
    return isKnown(db, phoneHash)
  })
  // Not waited for: how long a provider takes would tell a known telephone from an unknown one.
  if (known) void parts.sms.sendSignInCode(phone, code).catch(parts.onSmsFault)
  return { sent: true, expiresInSeconds: CODE_MINUTES * 60 }
}

async function countRequest(
  parts: SignInParts,
  db: Db,
  phoneHash: string,
  now: Date,
): Promise<void> {
  const hourAgo = new Date(now.getTime() - 60 * MINUTE_MILLISECONDS)
  const times = await selectRequestTimes(db, phoneHash, { after: hourAgo, until: now })
  const [latest] = times
  if (latest && ageMilliseconds(latest, now) < MINUTE_MILLISECONDS) throw refuse('code_just_sent')
  if (times.length >= REQUESTS_AN_HOUR) throw refuse('too_many_codes')
  await insertRequest(db, { phoneHash, requestedAt: now, requestId: parts.newId() })
}

/** Six digits, each of the million equally likely. */
function randomCode(randomness: Randomness): string {
  for (;;) {
    const number = randomness.bytes(4).readUInt32BE()
    if (number < 4_294_000_000) return String(number % 1_000_000).padStart(6, '0')
  }
}

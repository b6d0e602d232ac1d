import { ageMilliseconds } from '../../../platform/clock.ts'
import type { Db } from '../../../platform/database/database.ts'
import type { Randomness } from '../../../platform/identity.ts'
import { refuse } from '../refusals.ts'
import type { Asker } from './asker.routes.ts'
import { phoneHashOf, requirePhone } from './phone-identity.ts'
import { CODE_MINUTES, codeEnd, codeHashOf, type SignInParts } from './sign-in-parts.ts'
import {
  insertRequest,
  isKnownDevice,
  lockPhone,
  selectIdentities,
  selectRequests,
  upsertCode,
} from './sign-in.store.ts'

const MINUTE_MILLISECONDS = 60_000
const DAY_MINUTES = 24 * 60
/** From one browser or address, for one telephone. */
const REQUESTS_AN_HOUR = 5
const REQUESTS_A_DAY = 10
/** For one telephone, from all strangers together. */
const REQUESTS_A_DAY_BY_STRANGERS = 20

/**
 * Opens a one-time code for a telephone and sends it. A telephone that is on no roster gets no
 * message, the same rows, the same limits and the same answer: nobody learns who is a villager.
 * @throws Refusal 'bad_phone', 'code_just_sent' (one a minute), 'too_many_codes' (five an hour),
 *   'too_many_codes_today'
 */
export async function requestCode(
  parts: SignInParts,
  asker: Asker,
  input: { readonly phone: string },
): Promise<{ sent: true; expiresInSeconds: number }> {
  return openCode(
    parts,
    asker,
    requirePhone(input.phone),
    async (db, phoneHash) => (await selectIdentities(db, phoneHash)).length > 0,
  )
}

/**
 * Opens a code for a telephone, within its limits, and sends it if `isKnown` says so.
 * @throws Refusal 'code_just_sent', 'too_many_codes', 'too_many_codes_today'
 */
export async function openCode(
  parts: SignInParts,
  asker: Asker,
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
    if (fixedCode === null) await countRequest(parts, db, { phoneHash, asker, now })
    await upsertCode(db, {
      phoneHash,
      asker,
      codeHash: codeHashOf(parts.keyring, phoneHash, code),
      expiresAt: codeEnd(now),
    })
    return isKnown(db, phoneHash)
  })
  // Not waited for: how long a provider takes would tell a known telephone from an unknown one.
  if (known) void parts.sms.sendSignInCode(phone, code).catch(parts.onSmsFault)
  return { sent: true, expiresInSeconds: CODE_MINUTES * 60 }
}

/**
 * Limits by telephone and by who asks: a stranger uses up their own requests, and not those of the
 * browsers in which the telephone was signed in before.
 */
async function countRequest(
  parts: SignInParts,
  db: Db,
  {
    phoneHash,
    asker,
    now,
  }: { readonly phoneHash: string; readonly asker: Asker; readonly now: Date },
): Promise<void> {
  const isKnown = await isKnownDevice(db, phoneHash, asker)
  const askerHash = isKnown ? asker.deviceHash : asker.addressHash
  const today = { after: minutesBefore(now, DAY_MINUTES), until: now }
  const requests = await selectRequests(db, phoneHash, isKnown, today)
  const own = requests.filter((request) => request.askerHash === askerHash)
  const [latest] = own
  if (latest && ageMilliseconds(latest.requestedAt, now) < MINUTE_MILLISECONDS)
    throw refuse('code_just_sent')
  const hourAgo = minutesBefore(now, 60)
  if (own.filter(({ requestedAt }) => requestedAt > hourAgo).length >= REQUESTS_AN_HOUR)
    throw refuse('too_many_codes')
  if (own.length >= REQUESTS_A_DAY || (!isKnown && requests.length >= REQUESTS_A_DAY_BY_STRANGERS))
    throw refuse('too_many_codes_today')
  const requestId = parts.newId()
  const request = { phoneHash, askerHash, requestedAt: now, requestId, isKnownDevice: isKnown }
  await insertRequest(db, request)
}

function minutesBefore(now: Date, minutes: number): Date {
  return new Date(now.getTime() - minutes * MINUTE_MILLISECONDS)
}

/** Six digits, each of the million equally likely. */
function randomCode(randomness: Randomness): string {
  for (;;) {
    const number = randomness.bytes(4).readUInt32BE()
    if (number < 4_294_000_000) return String(number % 1_000_000).padStart(6, '0')
  }
}

import { timingSafeEqual } from 'node:crypto'
import { readDigitCode } from '@azalea/text'
import type { Actor } from '../../../platform/actor.ts'
import type { Act } from '../../record/index.ts'
import { refuse } from '../refusals.ts'
import { lockRoster } from '../roster/roster.store.ts'
import type { Asker } from '../sign-in/asker.routes.ts'
import { phoneHashOf, requirePhone } from '../sign-in/phone-identity.ts'
import { openCode } from '../sign-in/request-code.ts'
import { codeEnd, codeHashOf, MAX_ATTEMPTS, type SignInParts } from '../sign-in/sign-in-parts.ts'
import { takeAttempt } from '../sign-in/sign-in.store.ts'
import { applySignInChange } from './apply-sign-in-change.ts'
import { selectCredentials, selectPhoneHolder } from './credential.store.ts'
import { requireNotListed, notifySupervisors } from './decide-sign-in-changes.ts'
import { endProposals } from './end-proposals.ts'
import { lockRequestsOf, selectRequested, upsertRequest } from './own-phone-request.store.ts'

const NEW_PHONES_A_DAY = 3

/** New telephones asked for after this instant still count. */
export function requestedSince(now: Date): Date {
  return new Date(now.getTime() - 86_400_000)
}

export interface OwnPhoneParts extends SignInParts {
  readonly act: Act
}

export interface OwnPhoneInput {
  readonly phone: string
  readonly oldCode: string
  readonly newCode: string
  readonly asker: Asker
}

/**
 * Sends a code to the telephone that the person has and one to the telephone they want. The old one's
 * limits are asked first, so that they hold for both: nobody who is signed in sends codes to strangers
 * at will.
 * @throws Refusal 'bad_phone', 'no_old_phone', 'sign_in_unchanged', 'code_just_sent',
 *   'too_many_codes', 'too_many_codes_today', 'too_many_new_phones'
 */
export async function requestOwnPhoneCodes(
  parts: OwnPhoneParts,
  { actor, asker }: { readonly actor: Actor; readonly asker: Asker },
  input: { readonly phone: string },
): Promise<{ sent: true; expiresInSeconds: number }> {
  const { from, to } = await readNumbers(parts, actor, input.phone)
  await countNewPhone(parts, actor, to, 'look')
  const sent = await openCode(parts, asker, from, async () => true)
  await openCode(parts, asker, to, async () => true)
  await countNewPhone(parts, actor, to, 'count')
  return sent
}

/**
 * The person changes their own telephone, proving the old and the new by the codes sent to them.
 * All their sessions end; they sign in with the new number.
 * @throws Refusal 'bad_phone', 'no_old_phone', 'sign_in_unchanged', 'wrong_old_code',
 *   'wrong_code', 'demonstration_sign_in', 'own_phone_held_by_other' once both codes are proved
 */
export async function changeOwnPhone(
  parts: OwnPhoneParts,
  actor: Actor,
  key: string,
  { asker, ...input }: OwnPhoneInput,
): Promise<Record<string, never>> {
  const { from, to } = await readNumbers(parts, actor, input.phone)
  if (!(await isCodeOf(parts, asker, from, input.oldCode))) throw refuse('wrong_old_code')
  if (!(await isCodeOf(parts, asker, to, input.newCode))) throw refuse('wrong_code')
  // The key's request must not hold a telephone, not even hashed without a key.
  const mark = phoneHashOf(parts.keyring, to)
  const command = { name: 'change-own-phone', actor, key, input: { mark } }
  return parts.act(command, async (tx) => {
    const { personId } = actor
    await lockRoster(tx.db, tx.villageId)
    const before = (await selectCredentials(tx.db, tx.villageId, [personId])).get(personId)
    // The code proved a number that is not theirs any more.
    if (before?.phone !== from) throw refuse('wrong_old_code')
    await requireNotListed(tx, parts.sms, [personId])
    await endProposals(tx, [personId], personId)
    const holder = await selectPhoneHolder(tx.db, tx.villageId, to)
    if (holder !== null) throw refuse('own_phone_held_by_other')
    const change = { phone: { to, from: null }, identity: null }
    await applySignInChange(tx, parts.keyring, personId, change, { way: 'person' })
    await notifySupervisors(tx, [{ personId }])
    return {}
  })
}

/**
 * Counted once both telephones have their codes: what their limits refuse leaves nothing behind. The
 * old one's minute between two codes keeps rivals of one person apart.
 * @throws Refusal 'too_many_new_phones': three a day are enough for a slip of the finger
 */
async function countNewPhone(
  { database, clock, keyring }: OwnPhoneParts,
  { villageId, personId }: Actor,
  to: string,
  what: 'look' | 'count',
): Promise<void> {
  const phoneHash = phoneHashOf(keyring, to)
  await database.inVillage(villageId, async (db) => {
    const now = clock.now()
    await lockRequestsOf(db, villageId, personId)
    const before = await selectRequested(db, villageId, personId, requestedSince(now))
    const others = before.filter((hash) => hash !== phoneHash)
    if (others.length >= NEW_PHONES_A_DAY) throw refuse('too_many_new_phones')
    if (what === 'count')
      await upsertRequest(db, villageId, { personId, phoneHash, requestedAt: now })
  })
}

async function readNumbers(
  { database }: OwnPhoneParts,
  { villageId, personId }: Actor,
  typed: string,
): Promise<{ from: string; to: string }> {
  const to = requirePhone(typed)
  return database.inVillage(villageId, async (db) => {
    const from = (await selectCredentials(db, villageId, [personId])).get(personId)?.phone ?? null
    if (from === null) throw refuse('no_old_phone')
    if (from === to) throw refuse('sign_in_unchanged')
    return { from, to }
  })
}

/** Counts an attempt, in a transaction of its own, so that a refusal does not give it back. */
async function isCodeOf(
  parts: OwnPhoneParts,
  asker: Asker,
  phone: string,
  typed: string,
): Promise<boolean> {
  const now = parts.clock.now()
  const phoneHash = phoneHashOf(parts.keyring, phone)
  const given = codeHashOf(parts.keyring, phoneHash, readDigitCode(typed))
  const limits = { now, latestEnd: codeEnd(now), maxAttempts: MAX_ATTEMPTS }
  const open = await parts.database.outsideVillages((db) =>
    takeAttempt(db, phoneHash, asker, limits),
  )
  if (open === null) return false
  const [a, b] = [Buffer.from(open), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}

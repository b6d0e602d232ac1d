import { timingSafeEqual } from 'node:crypto'
import { readDigitCode } from '@azalea/text'
import type { Db } from '../../../platform/database/database.ts'
import type { Session } from '../../../platform/http/route.ts'
import { refuse } from '../refusals.ts'
import type { Asker } from './asker.routes.ts'
import { phoneHashOf, requirePhone } from './phone-identity.ts'
import { sessionEnd, sessionHashOf } from './resolve-session.ts'
import { deleteSession, insertSession, selectProvedAt } from './session.store.ts'
import { codeEnd, codeHashOf, MAX_ATTEMPTS, type SignInParts } from './sign-in-parts.ts'
import {
  deleteCode,
  keepDevice,
  lockPhone,
  selectIdentities,
  takeAttempt,
  wasHolderAt,
  type IdentityRow,
} from './sign-in.store.ts'

export const SECRET_BYTES = 32

/** A new session: its cookie's value is told once and kept nowhere. */
export interface OpenedSession {
  readonly cookie: string
  readonly phoneHash: string
  /** The village and person it acts as; null while one of several is still to be chosen. */
  readonly identity: IdentityRow | null
}

/**
 * Trades a telephone's one-time code for a session. The session that the browser held before ends,
 * so that a planted cookie is worth nothing.
 * @throws Refusal 'bad_phone', 'wrong_code' (wrong, used, expired, or tried too often)
 */
export async function signIn(
  parts: SignInParts,
  asker: Asker,
  input: { readonly phone: string; readonly code: string },
  before: Session | null,
): Promise<OpenedSession> {
  return proveNumber(parts, asker, input, async (db, proof, identities) => {
    if (before) await deleteSession(db, before.sessionHash)
    const [only = null, ...others] = identities
    return openSession(parts, db, proof, others.length === 0 ? only : null)
  })
}

/** That a telephone's code was entered, and when. */
export interface ProvedNumber {
  readonly phoneHash: string
  readonly provedAt: Date
}

/**
 * Uses up a telephone's one-time code, and does what it proves, in one transaction.
 * @throws Refusal 'bad_phone', 'wrong_code' (wrong, used, expired, tried too often, on no roster)
 */
export async function proveNumber<Outcome extends object>(
  parts: SignInParts,
  asker: Asker,
  input: { readonly phone: string; readonly code: string },
  proved: (db: Db, proof: ProvedNumber, identities: readonly IdentityRow[]) => Promise<Outcome>,
): Promise<Outcome> {
  return useCode(parts, asker, input, async (db, proof, use) => {
    const identities = await selectIdentities(db, proof.phoneHash)
    if (identities.length === 0) return null
    await use()
    return proved(db, proof, identities)
  })
}

/**
 * Uses up the one-time code of a telephone that need be on no roster.
 * @throws Refusal 'bad_phone', 'wrong_code' (wrong, used, expired or tried too often)
 */
export async function proveStranger(
  parts: SignInParts,
  asker: Asker,
  input: { readonly phone: string; readonly code: string },
): Promise<ProvedNumber & { readonly phone: string }> {
  return useCode(parts, asker, input, async (_, proof, use) => {
    await use()
    return { ...proof, phone: requirePhone(input.phone) }
  })
}

/** `use` ends the code and remembers the browser; without it the attempt alone is counted. */
async function useCode<Outcome extends object>(
  parts: SignInParts,
  asker: Asker,
  input: { readonly phone: string; readonly code: string },
  matched: (db: Db, proof: ProvedNumber, use: () => Promise<void>) => Promise<Outcome | null>,
): Promise<Outcome> {
  const phone = requirePhone(input.phone)
  const phoneHash = phoneHashOf(parts.keyring, phone)
  const codeHash = codeHashOf(parts.keyring, phoneHash, readDigitCode(input.code))
  const outcome = await parts.database.outsideVillages(async (db) => {
    const now = parts.clock.now()
    // Whoever changes this number's holder waits, and ends what is made here.
    await lockPhone(db, phoneHash)
    const openHash = await takeAttempt(db, phoneHash, asker, {
      now,
      latestEnd: codeEnd(now),
      maxAttempts: MAX_ATTEMPTS,
    })
    if (openHash === null || !sameHash(openHash, codeHash)) return null
    return matched(db, { phoneHash, provedAt: now }, async () => {
      if (parts.sms.fixedCodeOf(phone) === null) await deleteCode(db, phoneHash)
      await keepDevice(db, phoneHash, asker, now)
    })
  })
  // Thrown after the commit: a wrong attempt must stay counted.
  if (outcome === null) throw refuse('wrong_code')
  return outcome
}

/**
 * Chooses (or changes) the village in which a telephone acts; the session is made anew.
 * @throws Refusal 'not_on_roster' when the telephone is not known in that village,
 *   'prove_number_again' when it became this person's there after its code was entered,
 *   'choose_by_wechat' to the mini-program, which signs in anew
 */
export async function chooseVillage(
  parts: SignInParts,
  session: Session,
  villageId: string,
): Promise<OpenedSession> {
  const { phoneHash, sessionHash, accountHash } = session
  if (accountHash !== null) throw refuse('choose_by_wechat')
  return parts.database.outsideVillages(async (db) => {
    await lockPhone(db, phoneHash)
    const provedAt = await selectProvedAt(db, sessionHash)
    const identities = await selectIdentities(db, phoneHash)
    const identity = identities.find((known) => known.villageId === villageId)
    if (!identity) throw refuse('not_on_roster')
    if (provedAt === null || !(await wasHolderAt(db, phoneHash, identity, provedAt)))
      throw refuse('prove_number_again')
    await deleteSession(db, sessionHash)
    return openSession(parts, db, { phoneHash, provedAt }, identity)
  })
}

async function openSession(
  parts: SignInParts,
  db: Db,
  { phoneHash, provedAt }: ProvedNumber,
  identity: IdentityRow | null,
): Promise<OpenedSession> {
  const cookie = parts.randomness.bytes(SECRET_BYTES).toString('base64url')
  const now = parts.clock.now()
  await insertSession(db, {
    sessionHash: sessionHashOf(cookie),
    phoneHash,
    accountHash: null,
    villageId: identity?.villageId ?? null,
    personId: identity?.personId ?? null,
    createdAt: now,
    provedAt,
    expiresAt: sessionEnd(now),
  })
  return { cookie, phoneHash, identity }
}

function sameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

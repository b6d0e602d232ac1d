import type { Db } from '../../../platform/database/database.ts'
import { sessionEnd, sessionHashOf } from '../sign-in/resolve-session.ts'
import { insertSession } from '../sign-in/session.store.ts'
import { SECRET_BYTES } from '../sign-in/sign-in.ts'
import type { SignInParts } from '../sign-in/sign-in-parts.ts'
import { lockPhone, wasHolderAt } from '../sign-in/sign-in.store.ts'
import { selectBindingBy, selectBoundVillages, type Binding } from './binding.store.ts'

/** A bound person of one village. */
export interface BoundPerson extends Binding {
  readonly villageId: string
}

/** What an account that asks to sign in is told. */
export type WechatSignIn =
  | { readonly state: 'not_bound' }
  /** Of several villages, one is to be named in the next try. */
  | { readonly state: 'choose'; readonly among: readonly BoundPerson[] }
  /** The token is told once and kept nowhere. */
  | { readonly state: 'signed_in'; readonly token: string; readonly as: BoundPerson }

/** Opens a session for a bound account: in its one village, or in the one it names. */
export async function signInByWechat(
  parts: SignInParts,
  accountHash: string,
  villageId: string | null,
): Promise<WechatSignIn> {
  const bound = await readBound(parts, accountHash)
  const chosen = villageId === null && bound.length > 1 ? null : villageId
  const one =
    bound.length === 1 && villageId === null
      ? bound[0]
      : bound.find((person) => person.villageId === chosen)
  if (one === undefined)
    return bound.length === 0 ? { state: 'not_bound' } : { state: 'choose', among: bound }
  const token = parts.randomness.bytes(SECRET_BYTES).toString('base64url')
  const isOpen = await parts.database.inVillage(one.villageId, async (db) => {
    // Whoever changes this number's holder, or unbinds, waits, and ends the session made here.
    await lockPhone(db, one.phoneHash)
    const binding = await readValid(db, one.villageId, accountHash)
    if (binding?.personId !== one.personId || binding.phoneHash !== one.phoneHash) return false
    const now = parts.clock.now()
    await insertSession(db, {
      sessionHash: sessionHashOf(token),
      phoneHash: one.phoneHash,
      accountHash,
      villageId: one.villageId,
      personId: one.personId,
      createdAt: now,
      provedAt: binding.boundAt,
      expiresAt: sessionEnd(now),
    })
    return true
  })
  return isOpen ? { state: 'signed_in', token, as: one } : { state: 'not_bound' }
}

/** As whom an account may sign in, in each village. */
async function readBound(
  { database }: Pick<SignInParts, 'database'>,
  accountHash: string,
): Promise<BoundPerson[]> {
  const villages = await database.outsideVillages((db) => selectBoundVillages(db, accountHash))
  const bound: BoundPerson[] = []
  for (const villageId of villages) {
    const binding = await database.inVillage(villageId, (db) =>
      readValid(db, villageId, accountHash),
    )
    if (binding !== null) bound.push({ villageId, ...binding })
  }
  return bound
}

/** A binding whose telephone is still that person's, as it was when its code was entered. */
async function readValid(db: Db, villageId: string, accountHash: string): Promise<Binding | null> {
  const binding = await selectBindingBy(db, villageId, accountHash)
  if (binding === null) return null
  const { personId, phoneHash, boundAt } = binding
  return (await wasHolderAt(db, phoneHash, { villageId, personId }, boundAt)) ? binding : null
}

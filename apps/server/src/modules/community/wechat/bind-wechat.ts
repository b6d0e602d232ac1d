import { personWechatBound, personWechatUnbound } from '@azalea/records'
import type { Actor } from '../../../platform/actor.ts'
import type { Act, Tx } from '../../record/index.ts'
import { sendMessage } from '../messages/send-message.ts'
import { readPeople } from '../people/person.store.ts'
import { refuse } from '../refusals.ts'
import type { Asker } from '../sign-in/asker.routes.ts'
import { requirePhone } from '../sign-in/phone-identity.ts'
import { requestCode } from '../sign-in/request-code.ts'
import { deleteSessionsOfAccount } from '../sign-in/session.store.ts'
import { proveNumber, type ProvedNumber } from '../sign-in/sign-in.ts'
import type { SignInParts } from '../sign-in/sign-in-parts.ts'
import { lockPhone, wasHolderAt, type IdentityRow } from '../sign-in/sign-in.store.ts'
import {
  countCodeRequests,
  deleteBindingOf,
  insertBinding,
  insertCodeRequest,
  lockAccount,
  selectBindingBy,
  selectBindingOf,
} from './binding.store.ts'

/** From one WeChat account, for all telephones together. */
const CODES_A_DAY = 10
const DAY_MILLISECONDS = 86_400_000

export interface BindingParts extends SignInParts {
  readonly act: Act
}

/** Codes asked for after this instant still count. */
export function codesCountSince(now: Date): Date {
  return new Date(now.getTime() - DAY_MILLISECONDS)
}

/**
 * Sends a telephone the code with which its WeChat account is bound: the code of signing in, within
 * its limits, and within the account's own.
 * @throws Refusal 'wechat_too_many_codes', and those of `requestCode`
 */
export async function requestBindingCode(
  parts: SignInParts,
  who: { readonly accountHash: string; readonly asker: Asker },
  input: { readonly phone: string },
): Promise<{ sent: true; expiresInSeconds: number }> {
  requirePhone(input.phone)
  const { accountHash } = who
  await parts.database.outsideVillages(async (db) => {
    const now = parts.clock.now()
    await lockAccount(db, accountHash)
    if ((await countCodeRequests(db, accountHash, codesCountSince(now))) >= CODES_A_DAY)
      throw refuse('wechat_too_many_codes')
    await insertCodeRequest(db, { accountHash, requestedAt: now, requestId: parts.newId() })
  })
  return requestCode(parts, who.asker, input)
}

/**
 * Binds a WeChat account to whoever a telephone is, once its code was entered: in each village that
 * knows it, where it is recorded and told. The person's earlier account ends.
 * @throws Refusal 'bad_phone', 'wrong_code', 'wechat_bound_to_other'
 */
export async function bindWechat(
  parts: BindingParts,
  who: { readonly accountHash: string; readonly asker: Asker },
  input: { readonly phone: string; readonly code: string },
): Promise<void> {
  const { accountHash } = who
  const { proof, identities } = await proveNumber(
    parts,
    who.asker,
    input,
    async (_, proof, identities) => ({ proof, identities }),
  )
  // One village after the other: a crash between them leaves the rest to be bound another time.
  for (const identity of identities) await bindInVillage(parts, accountHash, proof, identity)
}

async function bindInVillage(
  parts: BindingParts,
  accountHash: string,
  { phoneHash, provedAt }: ProvedNumber,
  { villageId, personId }: IdentityRow,
): Promise<void> {
  const actor = await readActor(parts, villageId, personId)
  if (actor === null) return
  // What an account signs in as is told by the row, not by the key: a replay makes nothing twice.
  const command = { name: 'bind-wechat', actor, key: parts.newId(), input: { accountHash } }
  await parts.act(command, async (tx) => {
    await lockAccount(tx.db, accountHash)
    await lockPhone(tx.db, phoneHash)
    if (!(await isStillTheirs(tx, phoneHash, personId, provedAt))) throw refuse('wrong_code')
    const other = await selectBindingBy(tx.db, villageId, accountHash)
    if (other !== null && other.personId !== personId) throw refuse('wechat_bound_to_other')
    const before = await selectBindingOf(tx.db, villageId, personId)
    if (before !== null) await endBinding(tx, personId, before.accountHash)
    // Later than the telephone's first moment, which may be this very one.
    await insertBinding(tx.db, villageId, { accountHash, personId, phoneHash, boundAt: provedAt })
    if (before?.accountHash === accountHash) return {}
    await sendMessage(tx, personId, 'sign_in.wechat_bound', {})
    const parts = [{ personId, payload: { account: accountHash } }]
    tx.append(personWechatBound({ public: {}, parts }))
    return {}
  })
}

/**
 * The person signs in by WeChat no more; what their account has open ends.
 * @throws Refusal 'wechat_not_bound'
 */
export async function unbindWechat(
  { act }: { readonly act: Act },
  actor: Actor,
  key: string,
): Promise<Record<string, never>> {
  return act({ name: 'unbind-wechat', actor, key, input: {} }, async (tx) => {
    const { personId } = actor
    const found = await selectBindingOf(tx.db, tx.villageId, personId)
    if (found === null) throw refuse('wechat_not_bound')
    await lockPhone(tx.db, found.phoneHash)
    // Another account may have been bound while this waited: what it has open ends too.
    const binding = await selectBindingOf(tx.db, tx.villageId, personId)
    if (binding === null) throw refuse('wechat_not_bound')
    await endBinding(tx, personId, binding.accountHash)
    await sendMessage(tx, personId, 'sign_in.wechat_unbound', {})
    const parts = [{ personId, payload: { account: binding.accountHash } }]
    tx.append(personWechatUnbound({ public: {}, parts }))
    return {}
  })
}

async function endBinding(tx: Tx, personId: string, accountHash: string): Promise<void> {
  await deleteBindingOf(tx.db, tx.villageId, personId)
  await deleteSessionsOfAccount(tx.db, tx.villageId, { accountHash, personId })
}

/** The number may have passed on between the code and this moment. */
async function isStillTheirs(
  { db, villageId }: Tx,
  phoneHash: string,
  personId: string,
  provedAt: Date,
): Promise<boolean> {
  return wasHolderAt(db, phoneHash, { villageId, personId }, provedAt)
}

async function readActor(
  { database }: BindingParts,
  villageId: string,
  personId: string,
): Promise<Actor | null> {
  const people = await database.inVillage(villageId, (db) => readPeople(db, villageId, [personId]))
  const person = people.get(personId)
  if (!person?.isPresent) return null
  const { householdId } = person
  return { villageId, personId, householdId, roles: new Set(['villager']), leadsGroupNo: null }
}

import { personSignInChanged } from '@azalea/records'
import type { Keyring } from '../../../platform/keyring.ts'
import type { Tx } from '../../record/index.ts'
import { sendMessage } from '../messages/send-message.ts'
import { refuse } from '../refusals.ts'
import { phoneHashOf } from '../sign-in/phone-identity.ts'
import { deleteSessionsOfPeople, deleteSessionsOfPhone } from '../sign-in/session.store.ts'
import {
  deleteCode,
  deleteDevices,
  lockPhone,
  replaceIdentities,
} from '../sign-in/sign-in.store.ts'
import {
  selectCredentials,
  selectIdentityHolder,
  selectPhoneHolder,
  setIdentity,
  setPhone,
  type Credentials,
} from './credential.store.ts'
import type { CredentialChange } from './sign-in-change.store.ts'

/** Who stands behind a change: the person, by the old telephone's code, or two of the offices. */
export type ChangedBy =
  | { readonly way: 'person' }
  | { readonly way: 'two'; readonly proposedBy: string; readonly confirmedBy: string }

/**
 * The one place that changes how a person of the roster signs in. Sessions and codes of the old and
 * of the new number end in every village of the server, the person's sessions with any change; the
 * person, and whoever gives a number up, are told; the log names what changed, not to what.
 * Call under the roster's lock.
 * @throws Refusal 'unknown_person', 'phone_held_by_other' when somebody has the number who was not
 *   named as giving it up, 'identity_held_by_other'
 */
export async function applySignInChange(
  tx: Tx,
  keyring: Keyring,
  personId: string,
  change: CredentialChange,
  by: ChangedBy,
): Promise<Credentials> {
  const person = (await selectCredentials(tx.db, tx.villageId, [personId])).get(personId)
  if (!person) throw refuse('unknown_person')
  const { phone, identity } = change
  if (phone !== null) await changePhone(tx, keyring, person, phone)
  if (identity !== null) {
    const holder = await selectIdentityHolder(tx.db, tx.villageId, identity.hash)
    if (holder !== null && holder.personId !== personId) throw refuse('identity_held_by_other')
    await setIdentity(tx.db, tx.villageId, personId, identity)
  }
  await deleteSessionsOfPeople(tx.db, tx.villageId, [personId])
  const what = changedParts(change)
  await sendMessage(tx, personId, 'sign_in.changed', { what, by: by.way })
  const payload = { ...whoOf(by), ...valuesOf(change) }
  tx.append(personSignInChanged({ public: toldOf(change, by.way), parts: [{ personId, payload }] }))
  return person
}

async function changePhone(
  tx: Tx,
  keyring: Keyring,
  person: Credentials,
  { to, from }: NonNullable<CredentialChange['phone']>,
): Promise<void> {
  const { db, villageId } = tx
  await lockNumbers(tx, keyring, [person.phone, to])
  const holder = to === null ? null : await selectPhoneHolder(db, villageId, to)
  if (to !== null && holder !== null && holder.personId !== person.personId) {
    if (holder.personId !== from) throw refuse('phone_held_by_other', { name: holder.name })
    await giveUpPhone(tx, keyring, holder)
  }
  await setPhone(db, villageId, person.personId, to)
  const phoneHash = to === null ? null : phoneHashOf(keyring, to)
  for (const number of [person.phone, to]) await endNumber(tx, keyring, number)
  await replaceIdentities(db, villageId, [{ personId: person.personId, phoneHash }], tx.now)
}

/** The number has passed on to somebody else: who had it signs in no more until given another. */
async function giveUpPhone(tx: Tx, keyring: Keyring, holder: Credentials): Promise<void> {
  const { personId } = holder
  await setPhone(tx.db, tx.villageId, personId, null)
  await endNumber(tx, keyring, holder.phone)
  await replaceIdentities(tx.db, tx.villageId, [{ personId, phoneHash: null }], tx.now)
  await deleteSessionsOfPeople(tx.db, tx.villageId, [personId])
  await sendMessage(tx, personId, 'sign_in.number_passed_on', {})
  const change = { phone: { to: null, from: null }, identity: null }
  const parts = [{ personId, payload: valuesOf(change) }]
  tx.append(personSignInChanged({ public: toldOf(change, 'two'), parts }))
}

/** Sign-in with these numbers waits for the commit. */
async function lockNumbers(
  tx: Tx,
  keyring: Keyring,
  phones: readonly (string | null)[],
): Promise<void> {
  const hashes = phones.flatMap((phone) => (phone === null ? [] : [phoneHashOf(keyring, phone)]))
  for (const phoneHash of hashes.toSorted()) await lockPhone(tx.db, phoneHash)
}

/** What was opened with this number before ends, everywhere. */
async function endNumber(tx: Tx, keyring: Keyring, phone: string | null): Promise<void> {
  if (phone === null) return
  const phoneHash = phoneHashOf(keyring, phone)
  await deleteCode(tx.db, phoneHash)
  await deleteDevices(tx.db, phoneHash)
  await deleteSessionsOfPhone(tx.db, phoneHash)
}

/** Which parts a change touches, as the log and messages name them. */
export function changedParts({ phone, identity }: CredentialChange): ('phone' | 'identity')[] {
  return [
    ...(phone === null ? [] : (['phone'] as const)),
    ...(identity === null ? [] : (['identity'] as const)),
  ]
}

/** What an entry of the log about a change tells in clear. */
export function toldOf(change: CredentialChange, by: 'person' | 'two' | 'office') {
  return { what: changedParts(change), by }
}

/** The new values, as far as they change: under the person's key. */
export function valuesOf({ phone, identity }: CredentialChange) {
  return {
    ...(phone === null ? {} : { phone: phone.to }),
    ...(identity === null ? {} : { idLast4: identity.last4 }),
  }
}

function whoOf(by: ChangedBy) {
  return by.way === 'person' ? {} : { proposedBy: by.proposedBy, confirmedBy: by.confirmedBy }
}

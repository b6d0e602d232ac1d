import { personEntered } from '@azalea/records'
import type { Actor } from '../../../platform/actor.ts'
import type { Keyring } from '../../../platform/keyring.ts'
import type { Act, Tx, VillageSecret, VillageSecrets } from '../../record/index.ts'
import type { NewIdentity } from '../credentials/sign-in-change.store.ts'
import { keepProposals } from '../credentials/propose-sign-in-change.ts'
import { sendMessage } from '../messages/send-message.ts'
import { selectTakenHouseholds } from '../people/household.store.ts'
import { refuse } from '../refusals.ts'
import { readName } from '../roster/cell-text.ts'
import { identityHashOf, readIdentityNumber } from '../roster/identity-number.ts'
import { insertPeople, lockRoster } from '../roster/roster.store.ts'
import { phoneHashOf, requirePhone } from '../sign-in/phone-identity.ts'
import { replaceIdentities } from '../sign-in/sign-in.store.ts'
import { hasNamesake, selectHolderOf, setHead } from './entering.store.ts'
import { requireOtherHousehold, resolvePlace, type Place } from './place.ts'
import { notifyHouseholds } from './notify-households.ts'

export interface EnteringParts {
  readonly act: Act
  readonly keyring: Keyring
  readonly secrets: VillageSecrets
}

export interface EnterPersonInput {
  readonly name: string
  readonly phone: string | null
  readonly identityNumber: string | null
  readonly birthYear: number | null
  readonly place: Place
  readonly reason: string
}

/**
 * Enters one person on the roster, in a household of it or behind a new door. Whoever is first in a
 * household heads it. Where people live already, or whose household has taken part, the telephone and
 * the identity number are only proposed, for who signs in there acts for them all; and those people are
 * told.
 * @throws Refusal 'bad_name', 'bad_phone', 'bad_identity_number', 'phone_taken', 'identity_taken',
 *   'namesake_in_household', 'own_household_entry', and those of `resolvePlace`
 */
export async function enterPerson(
  parts: EnteringParts,
  actor: Actor,
  key: string,
  input: EnterPersonInput,
): Promise<{ personId: string; householdId: string }> {
  const { act, keyring } = parts
  const { place, reason, ...typed } = input
  // The key's request must not hold a telephone or an identity number, not even hashed without one.
  const request = { place: { ...place }, reason, mark: keyring.hashOf('entry', entryText(typed)) }
  return act({ name: 'enter-person', actor, key, input: request }, async (tx) => {
    const { db, villageId } = tx
    await lockRoster(db, villageId)
    const household = await resolvePlace(tx, place)
    const { householdId } = household
    await requireOtherHousehold(tx, actor, householdId)
    const entry = readEntry(await parts.secrets.of(db, villageId), typed)
    const { identity } = entry
    const marks = { phone: entry.phone, idHash: identity?.hash ?? null }
    const holder = await selectHolderOf(db, villageId, marks)
    if (holder !== null) throw refuse(holder.by === 'phone' ? 'phone_taken' : 'identity_taken')
    if (await hasNamesake(db, villageId, householdId, entry.name))
      throw refuse('namesake_in_household', { name: entry.name })
    const personId = tx.newId()
    const taken = await selectTakenHouseholds(db, villageId, [householdId])
    const isProposed = taken.has(householdId)
    const { name, birthYear } = entry
    const phone = isProposed ? null : entry.phone
    const [idHash, idLast4] = isProposed ? [null, null] : [marks.idHash, identity?.last4 ?? null]
    const person = { personId, householdId, name, phone, idLast4, idHash, birthYear }
    await insertPeople(db, villageId, [person], { at: tx.now, by: actor.personId })
    if (household.headPersonId === null) await setHead(db, villageId, householdId, personId)
    await openDoor(tx, keyring, personId, phone)
    const { groupName: group, houseNo } = household
    await sendMessage(tx, personId, 'person.entered', { group, houseNo, reason })
    await notifyHouseholds(tx, [person], { reason })
    const told = { name, phone, idLast4, birthYear, group, houseNo, reason }
    const payload = { ...told, enteredBy: actor.personId }
    tx.append(personEntered({ public: {}, parts: [{ personId, payload }] }))
    if (isProposed) await proposeSignIn(tx, actor, { personId, reason, ...entry })
    return { personId, householdId }
  })
}

type Typed = Omit<EnterPersonInput, 'place' | 'reason'>

function readEntry(secret: VillageSecret, typed: Typed) {
  const name = readName(typed.name)
  if (name === null) throw refuse('bad_name')
  const identity = typed.identityNumber === null ? null : readIdentityNumber(typed.identityNumber)
  if (identity?.ok === false) throw refuse('bad_identity_number')
  return {
    name,
    phone: typed.phone === null ? null : requirePhone(typed.phone),
    identity:
      identity === null
        ? null
        : {
            hash: identityHashOf(secret, identity.number),
            last4: identity.last4,
            birthYear: identity.birthYear,
          },
    birthYear: identity?.birthYear ?? typed.birthYear,
  }
}

interface WantedSignIn {
  readonly personId: string
  readonly reason: string
  readonly phone: string | null
  readonly identity: NewIdentity | null
}

async function proposeSignIn(
  tx: Tx,
  actor: Actor,
  { personId, reason, phone, identity }: WantedSignIn,
): Promise<void> {
  if (phone === null && identity === null) return
  const change = { phone: phone === null ? null : { to: phone, from: null }, identity }
  await keepProposals(tx, actor, [{ changeId: tx.newId(), personId, reason, ...change }])
}

async function openDoor(tx: Tx, keyring: Keyring, personId: string, phone: string | null) {
  if (phone === null) return
  const phoneHash = phoneHashOf(keyring, phone)
  await replaceIdentities(tx.db, tx.villageId, [{ personId, phoneHash }], tx.now)
}

function entryText({ name, phone, identityNumber, birthYear }: Typed): string {
  return JSON.stringify([name, phone, identityNumber, birthYear])
}

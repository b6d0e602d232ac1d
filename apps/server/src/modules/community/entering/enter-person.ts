import { personEntered } from '@azalea/records'
import type { Actor } from '../../../platform/actor.ts'
import type { Keyring } from '../../../platform/keyring.ts'
import type { Act, Tx, VillageSecret, VillageSecrets } from '../../record/index.ts'
import { sendMessage } from '../messages/send-message.ts'
import { refuse } from '../refusals.ts'
import { readName } from '../roster/cell-text.ts'
import { identityHashOf, readIdentityNumber } from '../roster/identity-number.ts'
import { insertPeople, lockRoster } from '../roster/roster.store.ts'
import { phoneHashOf, requirePhone } from '../sign-in/phone-identity.ts'
import { replaceIdentities } from '../sign-in/sign-in.store.ts'
import { hasNamesake, selectHolderOf, setHead } from './entering.store.ts'
import { requireOtherHousehold, resolvePlace, type Place } from './place.ts'

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
 * household heads it.
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
    const holder = await selectHolderOf(db, villageId, entry)
    if (holder !== null) throw refuse(holder.by === 'phone' ? 'phone_taken' : 'identity_taken')
    if (await hasNamesake(db, villageId, householdId, entry.name))
      throw refuse('namesake_in_household', { name: entry.name })
    const personId = tx.newId()
    await insertPeople(db, villageId, [{ personId, householdId, ...entry }], tx.now)
    if (household.headPersonId === null) await setHead(db, villageId, householdId, personId)
    await openDoor(tx, keyring, personId, entry.phone)
    const { groupName: group, houseNo } = household
    await sendMessage(tx, personId, 'person.entered', { group, houseNo, reason })
    const { name, phone, idLast4, birthYear } = entry
    const told = { name, phone, idLast4, birthYear, group, houseNo, reason }
    const payload = { ...told, enteredBy: actor.personId }
    tx.append(personEntered({ public: {}, parts: [{ personId, payload }] }))
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
    idLast4: identity?.last4 ?? null,
    idHash: identity === null ? null : identityHashOf(secret, identity.number),
    birthYear: identity?.birthYear ?? typed.birthYear,
  }
}

async function openDoor(tx: Tx, keyring: Keyring, personId: string, phone: string | null) {
  if (phone === null) return
  const phoneHash = phoneHashOf(keyring, phone)
  await replaceIdentities(tx.db, tx.villageId, [{ personId, phoneHash }], tx.now)
}

function entryText({ name, phone, identityNumber, birthYear }: Typed): string {
  return JSON.stringify([name, phone, identityNumber, birthYear])
}

import { OFFICE_HOUSE_NO } from '@azalea/text'
import { personEntered, roleGranted, roleRevoked } from '@azalea/records'
import type { Actor } from '../../../platform/actor.ts'
import type { Keyring } from '../../../platform/keyring.ts'
import type { Tx } from '../../record/index.ts'
import { lockEntries } from '../erasure/end-participation.ts'
import { erasePerson } from '../erasure/erase-person.ts'
import { selectHolderOf, selectOffice } from '../entering/entering.store.ts'
import { selectGroups } from '../founding/village.store.ts'
import { sendMessage } from '../messages/send-message.ts'
import { readPeople } from '../people/person.store.ts'
import { refuse } from '../refusals.ts'
import { readName } from '../roster/cell-text.ts'
import { insertHouseholds, insertPeople, lockRoster } from '../roster/roster.store.ts'
import { phoneHashOf, requirePhone } from '../sign-in/phone-identity.ts'
import { replaceIdentities } from '../sign-in/sign-in.store.ts'
import { deleteGrant, insertGrants, lockRoles, selectGrants } from './role.store.ts'

export interface Outsider {
  readonly name: string
  readonly phone: string
  /** What the village knows them for, as the record seals it. */
  readonly reason: string
}

/**
 * Enters somebody who lives elsewhere and works with the village: they stand in its office, can sign in,
 * and may do what a role of theirs allows; they are no villager. Whoever comes to live in the village
 * later is one from then on.
 * @throws Refusal 'bad_name', 'bad_phone', 'phone_taken'
 */
export async function enterOutsider(
  tx: Tx,
  keyring: Keyring,
  actor: Actor,
  { name: typedName, phone: typedPhone, reason }: Outsider,
): Promise<string> {
  const { db, villageId } = tx
  const name = readName(typedName)
  if (name === null) throw refuse('bad_name')
  const phone = requirePhone(typedPhone)
  await lockRoster(db, villageId)
  const holder = await selectHolderOf(db, villageId, { phone, idHash: null })
  if (holder !== null) throw refuse('phone_taken')
  const office = await requireOffice(tx)
  const personId = tx.newId()
  const marks = { idLast4: null, idHash: null, birthYear: null }
  const person = { personId, householdId: office.householdId, name, phone, ...marks }
  const entered = { at: tx.now, by: actor.personId, isOutsider: true }
  await insertPeople(db, villageId, [person], entered)
  const phoneHash = phoneHashOf(keyring, phone)
  await replaceIdentities(db, villageId, [{ personId, phoneHash }], tx.now)
  const { groupName: group, houseNo } = office
  const told = { name, phone, idLast4: null, birthYear: null, group, houseNo, reason }
  const payload = { ...told, enteredBy: actor.personId }
  tx.append(personEntered({ public: {}, parts: [{ personId, payload }] }))
  return personId
}

async function requireOffice(tx: Tx) {
  const { db, villageId } = tx
  const [first] = await selectGroups(db, villageId)
  if (first === undefined) throw refuse('unknown_group')
  const [groupNo, groupName] = first
  const known = await selectOffice(db, villageId)
  const householdId = known ?? tx.newId()
  const office = { householdId, houseNo: OFFICE_HOUSE_NO, groupNo, headPersonId: null }
  if (known === null) await insertHouseholds(db, villageId, [{ ...office, isOffice: true }])
  return { ...office, groupName }
}

/**
 * Makes a person one who takes vouchers for a merchant: whoever binds people to merchants gives the
 * role, and nobody else does.
 * @throws Refusal 'unknown_person', 'role_to_oneself', 'role_already_held'
 */
export async function giveMerchantRole(tx: Tx, actor: Actor, personId: string): Promise<void> {
  const { db, villageId } = tx
  const role = 'merchant'
  if (personId === actor.personId) throw refuse('role_to_oneself')
  await lockRoles(db, villageId)
  const person = (await readPeople(db, villageId, [personId])).get(personId)
  if (!person?.isPresent) throw refuse('unknown_person')
  const held = await selectGrants(db, villageId, [personId])
  if (held.some((grant) => grant.role === role)) throw refuse('role_already_held')
  const grantedBy = actor.personId
  const given = { grantedBy, grantedThrough: [], grantedAt: tx.now }
  await insertGrants(db, villageId, [{ personId, role, groupNo: null, ...given }])
  await sendMessage(tx, personId, 'role.granted', { role, groupNo: null })
  const payload = { role, groupNo: null, grantedBy } as const
  tx.append(roleGranted({ public: { role }, parts: [{ personId, payload }] }))
}

/**
 * Takes the role back, where the person has not laid it down before. Somebody of elsewhere whom the
 * village knows for nothing else is erased: what their name and telephone were kept for is over.
 */
export async function takeMerchantRole(
  tx: Tx,
  actor: Actor,
  { personId, reason }: { readonly personId: string; readonly reason: string },
): Promise<void> {
  const { db, villageId } = tx
  const role = 'merchant'
  await lockEntries(tx)
  const revokedBy = actor.personId
  const isHeld = await deleteGrant(db, villageId, personId, role)
  if (isHeld) {
    const payload = { role, revokedBy } as const
    tx.append(roleRevoked({ public: { role }, parts: [{ personId, payload }] }))
  }
  if (await isKnownForNothing(tx, personId)) {
    const payload = { personId, reason, proposedBy: revokedBy, confirmedBy: revokedBy }
    await erasePerson(tx, personId, [{ personId: revokedBy, payload }])
  } else if (isHeld) await sendMessage(tx, personId, 'role.revoked', { role })
}

async function isKnownForNothing({ db, villageId }: Tx, personId: string): Promise<boolean> {
  const person = (await readPeople(db, villageId, [personId])).get(personId)
  const isOutsider = person?.isOutsider === true && person.isPresent
  if (!isOutsider || person.householdId !== (await selectOffice(db, villageId))) return false
  return (await selectGrants(db, villageId, [personId])).length === 0
}

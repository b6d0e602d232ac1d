import { OFFICE_HOUSE_NO } from '@azalea/text'
import { roleGranted, rosterPersonAdded, villageFounded } from '@azalea/records'
import { cleanName } from '@azalea/text'
import { systemActor, type Role } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import type { Keyring } from '../../../platform/keyring.ts'
import type { Act, Tx, VillageSecrets } from '../../record/index.ts'
import { insertGrants, type RoleGrant } from '../roles/role.store.ts'
import { insertHouseholds, insertPeople } from '../roster/roster.store.ts'
import { refuse } from '../refusals.ts'
import { phoneHashOf, requirePhone } from '../sign-in/phone-identity.ts'
import { replaceIdentities } from '../sign-in/sign-in.store.ts'
import { insertVillage, upsertGroups, type HouseNumbering } from './village.store.ts'
import { appendPublicUrl } from './village-address.ts'

export interface Founder {
  readonly name: string
  readonly phone: string
}

export interface Founding {
  /** The twelve-digit division code. */
  readonly villageId: string
  readonly name: string
  readonly townName: string
  /** What a household agrees to when it joins. */
  readonly optInText: string
  readonly isDemonstration: boolean
  /** Where people reach it, when somebody knows already. */
  readonly publicUrl?: string | null
  /** Left out: a number is one of the whole village. */
  readonly houseNumbering?: HouseNumbering | undefined
  readonly operator: Founder
  readonly committee: readonly Founder[]
}

export interface FoundingParts {
  readonly act: Act
  readonly secrets: VillageSecrets
  readonly keyring: Keyring
}

/** The household of those who found a village, until the roster says where each of them lives. */
const OFFICE_GROUP = { groupNo: 1, name: '第1组' }

/**
 * Makes a village with its secret, its operator and its committee. The same founding twice makes it
 * once and answers the same.
 * @param admit runs first in the transaction; throws to refuse
 * @throws Refusal 'bad_phone', 'founders_share_phone', 'idempotency_key_reused' or 'already_set_up' when the village was founded differently
 */
export async function foundVillage(
  parts: FoundingParts,
  founding: Founding,
  admit: (db: Db) => Promise<void> = async () => {},
): Promise<{ villageId: string }> {
  const { villageId, name, townName, optInText, isDemonstration } = founding
  const { houseNumbering = 'village' } = founding
  const founders = distinctFounders(founding)
  let isNew = false
  return parts.act(
    {
      name: 'found-village',
      actor: systemActor(villageId),
      key: 'found-village',
      input: {
        villageId,
        name,
        townName,
        optInText,
        // Left out where it was left out before it could be said: the same founding stays the same.
        ...(houseNumbering === 'village' ? {} : { houseNumbering }),
        founders: founders.map(({ phone, roles }) => ({
          phone: phoneHashOf(parts.keyring, phone),
          roles: [...roles],
        })),
      },
      prepare: async (db, now) => {
        await admit(db)
        const publicUrl = founding.publicUrl ?? null
        const named = { villageId, name, townName, optInText, optInVersion: 1 }
        const village = { ...named, isDemonstration, houseNumbering, publicUrl }
        isNew = await insertVillage(db, village, now)
      },
    },
    async (tx) => {
      if (!isNew) throw refuse('already_set_up')
      await parts.secrets.found(tx.db, villageId)
      await addFounders(tx, parts.keyring, founders)
      tx.append(villageFounded({ public: { optInVersion: 1 }, parts: [] }))
      if (founding.publicUrl) appendPublicUrl(tx, founding.publicUrl, null)
      return { villageId }
    },
  )
}

interface NewFounder {
  readonly name: string
  readonly phone: string
  readonly roles: readonly Role[]
}

/**
 * One person for each telephone, with every role that they were named for.
 * @throws Refusal 'bad_phone', 'founders_share_phone'
 */
export function distinctFounders(founding: {
  readonly operator?: Founder | undefined
  readonly committee?: readonly Founder[] | undefined
}): NewFounder[] {
  const { operator, committee = [] } = founding
  const named = [
    ...(operator ? [{ ...operator, role: 'operator' as const }] : []),
    ...committee.map((member) => ({ ...member, role: 'committee' as const })),
  ]
  const byPhone = new Map<string, NewFounder>()
  for (const { name: typedName, phone: typed, role } of named) {
    const name = cleanName(typedName)
    const phone = requirePhone(typed)
    const known = byPhone.get(phone)
    if (known && known.name !== name)
      throw refuse('founders_share_phone', { one: known.name, other: name })
    const roles = new Set([...(known?.roles ?? []), role])
    byPhone.set(phone, { name, phone, roles: [...roles] })
  }
  return [...byPhone.values()]
}

async function addFounders(
  tx: Tx,
  keyring: Keyring,
  founders: readonly NewFounder[],
): Promise<void> {
  const { db, villageId } = tx
  await upsertGroups(db, villageId, [OFFICE_GROUP])
  const householdId = tx.newId()
  const office = {
    householdId,
    houseNo: OFFICE_HOUSE_NO,
    groupNo: OFFICE_GROUP.groupNo,
    headPersonId: null,
    isOffice: true,
  }
  await insertHouseholds(db, villageId, [office])
  const people = founders.map((founder) => ({ ...founder, personId: tx.newId() }))
  await insertPeople(
    db,
    villageId,
    people.map(({ personId, name, phone }) => ({
      personId,
      householdId,
      name,
      phone,
      idLast4: null,
      idHash: null,
      birthYear: null,
    })),
    { at: tx.now, by: null },
  )
  await replaceIdentities(
    db,
    villageId,
    people.map(({ personId, phone }) => ({ personId, phoneHash: phoneHashOf(keyring, phone) })),
    tx.now,
  )
  const grants = people.flatMap(({ personId, roles }) =>
    roles.map((role): RoleGrant => ({
      personId,
      role,
      groupNo: null,
      grantedBy: null,
      grantedThrough: [],
      grantedAt: tx.now,
    })),
  )
  await insertGrants(db, villageId, grants)
  for (const { personId, role } of grants)
    tx.append(
      roleGranted({
        public: { role },
        parts: [{ personId, payload: { role, groupNo: null, grantedBy: null } }],
      }),
    )
  for (const { personId, name, phone } of people)
    tx.append(
      rosterPersonAdded({
        public: {},
        parts: [{ personId, payload: { name, phone, houseNo: OFFICE_HOUSE_NO } }],
      }),
    )
}

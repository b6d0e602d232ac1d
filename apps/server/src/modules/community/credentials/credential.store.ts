import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { CommunityTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<CommunityTables>()

/** By what a person of the village is known and signs in. */
export interface Credentials {
  readonly personId: string
  readonly householdId: string
  readonly name: string
  readonly phone: string | null
  readonly idHash: string | null
  readonly idLast4: string | null
}

/** The credentials of these persons; who is erased, has died or moved away is absent. */
export async function selectCredentials(
  db: Db,
  villageId: string,
  personIds: readonly string[],
): Promise<Map<string, Credentials>> {
  const rows = await credentials(db, villageId)
    .where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`)
    .where('departed_at', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.person_id, toCredentials(row)]))
}

/** Who of the village has this telephone. */
export async function selectPhoneHolder(
  db: Db,
  villageId: string,
  phone: string,
): Promise<Credentials | null> {
  const row = await credentials(db, villageId).where('phone', '=', phone).executeTakeFirst()
  return row ? toCredentials(row) : null
}

/** Who of the village has this identity number. */
export async function selectIdentityHolder(
  db: Db,
  villageId: string,
  idHash: string,
): Promise<Credentials | null> {
  const row = await credentials(db, villageId).where('id_hash', '=', idHash).executeTakeFirst()
  return row ? toCredentials(row) : null
}

export async function setPhone(
  db: Db,
  villageId: string,
  personId: string,
  phone: string | null,
): Promise<void> {
  await tables(db)
    .updateTable('person')
    .set({ phone })
    .where('village_id', '=', villageId)
    .where('person_id', '=', personId)
    .execute()
}

export async function setIdentity(
  db: Db,
  villageId: string,
  personId: string,
  identity: { readonly hash: string; readonly last4: string; readonly birthYear: number },
): Promise<void> {
  await tables(db)
    .updateTable('person')
    .set({ id_hash: identity.hash, id_last4: identity.last4, birth_year: identity.birthYear })
    .where('village_id', '=', villageId)
    .where('person_id', '=', personId)
    .execute()
}

function credentials(db: Db, villageId: string) {
  return tables(db)
    .selectFrom('person')
    .select(['person_id', 'household_id', 'name', 'phone', 'id_hash', 'id_last4'])
    .where('village_id', '=', villageId)
    .where('erased_at', 'is', null)
}

function toCredentials(
  row: Awaited<ReturnType<ReturnType<typeof credentials>['executeTakeFirstOrThrow']>>,
): Credentials {
  return {
    personId: row.person_id,
    householdId: row.household_id,
    name: row.name ?? '',
    phone: row.phone,
    idHash: row.id_hash,
    idLast4: row.id_last4,
  }
}

import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { CommunityTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<CommunityTables>()

export interface SessionRow {
  readonly sessionHash: string
  readonly phoneHash: string
  readonly villageId: string | null
  readonly personId: string | null
  readonly expiresAt: Date
}

/**
 * The session, and at once the transaction sees the rows of the village it has chosen: one round
 * trip less on every request.
 */
export async function enterSession(db: Db, sessionHash: string): Promise<SessionRow | null> {
  const row = await tables(db)
    .selectFrom('session')
    .selectAll()
    .select(
      sql<string>`set_config('azalea.village_id', coalesce(village_id, ''), true)`.as('entered'),
    )
    .where('session_hash', '=', sessionHash)
    .executeTakeFirst()
  if (!row) return null
  return {
    sessionHash: row.session_hash,
    phoneHash: row.phone_hash,
    villageId: row.village_id,
    personId: row.person_id,
    expiresAt: row.expires_at,
  }
}

export async function insertSession(db: Db, row: SessionRow & { createdAt: Date }): Promise<void> {
  await tables(db)
    .insertInto('session')
    .values({
      session_hash: row.sessionHash,
      phone_hash: row.phoneHash,
      village_id: row.villageId,
      person_id: row.personId,
      created_at: row.createdAt,
      expires_at: row.expiresAt,
    })
    .execute()
}

export async function prolongSession(db: Db, sessionHash: string, expiresAt: Date): Promise<void> {
  await tables(db)
    .updateTable('session')
    .set({ expires_at: expiresAt })
    .where('session_hash', '=', sessionHash)
    .execute()
}

export async function deleteSession(db: Db, sessionHash: string): Promise<void> {
  await tables(db).deleteFrom('session').where('session_hash', '=', sessionHash).execute()
}

export async function deleteSessionsOfPhone(db: Db, phoneHash: string): Promise<void> {
  await tables(db).deleteFrom('session').where('phone_hash', '=', phoneHash).execute()
}

/** Ends the sessions of these persons in one village; what they do in another goes on. */
export async function deleteSessionsOfPeople(
  db: Db,
  villageId: string,
  personIds: readonly string[],
): Promise<void> {
  if (personIds.length === 0) return
  await tables(db)
    .deleteFrom('session')
    .where('village_id', '=', villageId)
    .where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`)
    .execute()
}

export interface ActorRow {
  readonly householdId: string
  readonly roles: readonly string[]
  readonly leadsGroupNo: number | null
}

/** The person behind a session with every role held; null once erased. */
export async function selectActor(
  db: Db,
  villageId: string,
  personId: string,
): Promise<ActorRow | null> {
  const row = await tables(db)
    .selectFrom('person')
    .select((select) => [
      'household_id',
      select
        .selectFrom('role_grant')
        .whereRef('role_grant.village_id', '=', 'person.village_id')
        .whereRef('role_grant.person_id', '=', 'person.person_id')
        .select(sql<string[]>`coalesce(array_agg(role), '{}')`.as('roles'))
        .as('roles'),
      select
        .selectFrom('role_grant')
        .whereRef('role_grant.village_id', '=', 'person.village_id')
        .whereRef('role_grant.person_id', '=', 'person.person_id')
        .where('role', '=', 'group_leader')
        .select('group_no')
        .as('leads_group_no'),
    ])
    .where('village_id', '=', villageId)
    .where('person_id', '=', personId)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  return {
    householdId: row.household_id,
    roles: row.roles ?? [],
    leadsGroupNo: row.leads_group_no,
  }
}

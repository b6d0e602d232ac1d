import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { CommunityTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<CommunityTables>()

export interface SessionRow {
  readonly sessionHash: string
  readonly phoneHash: string
  /** The WeChat account that opened it; null for a browser's. */
  readonly accountHash: string | null
  readonly villageId: string | null
  readonly personId: string | null
  readonly expiresAt: Date
}

export interface NewSession extends SessionRow {
  readonly createdAt: Date
  /** When the code was entered by which it came to be. */
  readonly provedAt: Date
}

export interface SessionHolder extends SessionRow {
  /** Null before a village is chosen, and once the person is erased. */
  readonly actor: ActorRow | null
}

/**
 * The session and the person behind it, in one statement: it is asked on every request. Reading the
 * session lets the rest of the statement see the rows of the village it has chosen, so the person
 * is looked up after it: LATERAL with OFFSET is never run earlier or flattened.
 */
export async function selectSessionHolder(
  statements: Db,
  sessionHash: string,
): Promise<SessionHolder | null> {
  const { rows } = await sql<HolderRow>`
    WITH entered AS MATERIALIZED (
      SELECT phone_hash, account_hash, village_id, person_id, expires_at,
        set_config('azalea.village_id', coalesce(village_id, ''), true)
      FROM session WHERE session_hash = ${sessionHash}
    )
    SELECT entered.*, holder.* FROM entered LEFT JOIN LATERAL (
      SELECT household_id,
        (SELECT array_agg(role) FROM role_grant AS held
          WHERE held.village_id = person.village_id AND held.person_id = person.person_id) AS roles,
        (SELECT group_no FROM role_grant AS held
          WHERE held.village_id = person.village_id AND held.person_id = person.person_id
            AND role = 'group_leader') AS leads_group_no,
        CASE WHEN is_outsider THEN (SELECT is_office FROM household AS home
          WHERE home.village_id = person.village_id AND home.household_id = person.household_id)
          ELSE false END AS is_outsider
      FROM person
      WHERE person.village_id = entered.village_id AND person.person_id = entered.person_id
        AND erased_at IS NULL AND departed_at IS NULL
      OFFSET 0
    ) AS holder ON true`.execute(statements)
  const [row] = rows
  if (!row) return null
  return {
    sessionHash,
    phoneHash: row.phone_hash,
    accountHash: row.account_hash,
    villageId: row.village_id,
    personId: row.person_id,
    expiresAt: row.expires_at,
    actor: row.household_id === null ? null : toActor(row, row.household_id),
  }
}

interface HolderRow {
  readonly phone_hash: string
  readonly account_hash: string | null
  readonly village_id: string | null
  readonly person_id: string | null
  readonly expires_at: Date
  readonly household_id: string | null
  readonly roles: string[] | null
  readonly leads_group_no: number | null
  readonly is_outsider: boolean | null
}

export async function insertSession(db: Db, row: NewSession): Promise<void> {
  await tables(db)
    .insertInto('session')
    .values({
      session_hash: row.sessionHash,
      phone_hash: row.phoneHash,
      account_hash: row.accountHash,
      village_id: row.villageId,
      person_id: row.personId,
      created_at: row.createdAt,
      expires_at: row.expiresAt,
      proved_at: row.provedAt,
    })
    .execute()
}

/** When the code was entered by which this session came to be; null when it has ended. */
export async function selectProvedAt(db: Db, sessionHash: string): Promise<Date | null> {
  const row = await tables(db)
    .selectFrom('session')
    .select('proved_at')
    .where('session_hash', '=', sessionHash)
    .forUpdate()
    .executeTakeFirst()
  return row?.proved_at ?? null
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

/** Ends what a WeChat account has open as this person. */
export async function deleteSessionsOfAccount(
  db: Db,
  villageId: string,
  { accountHash, personId }: { readonly accountHash: string; readonly personId: string },
): Promise<void> {
  await tables(db)
    .deleteFrom('session')
    .where('account_hash', '=', accountHash)
    .where('village_id', '=', villageId)
    .where('person_id', '=', personId)
    .execute()
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
  /** Works with the village from elsewhere: no villager. */
  readonly isOutsider: boolean
}

function toActor(row: HolderRow, householdId: string): ActorRow {
  const { roles, leads_group_no, is_outsider } = row
  const isOutsider = is_outsider === true
  return { householdId, roles: roles ?? [], leadsGroupNo: leads_group_no, isOutsider }
}

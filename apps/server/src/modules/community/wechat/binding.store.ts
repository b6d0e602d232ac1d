import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { CommunityTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<CommunityTables>()

/** As whom a WeChat account signs in, in one village. */
export interface Binding {
  readonly accountHash: string
  readonly personId: string
  readonly phoneHash: string
  readonly boundAt: Date
}

/** In which villages an account is bound. */
export async function selectBoundVillages(db: Db, accountHash: string): Promise<string[]> {
  const rows = await tables(db)
    .selectFrom('wechat_directory')
    .select('village_id')
    .where('account_hash', '=', accountHash)
    .orderBy('village_id')
    .execute()
  return rows.map((row) => row.village_id)
}

/** The account of a person; null when none is bound. */
export async function selectBindingOf(
  db: Db,
  villageId: string,
  personId: string,
): Promise<Binding | null> {
  const row = await bindings(db, villageId).where('person_id', '=', personId).executeTakeFirst()
  return row ? toBinding(row) : null
}

/** The person of an account; null when it is bound to nobody of the village. */
export async function selectBindingBy(
  db: Db,
  villageId: string,
  accountHash: string,
): Promise<Binding | null> {
  const row = await bindings(db, villageId)
    .where('account_hash', '=', accountHash)
    .executeTakeFirst()
  return row ? toBinding(row) : null
}

/** Makes whoever binds this account wait for each other, until the commit. */
export async function lockAccount(db: Db, accountHash: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`wechat ${accountHash}`}, 0))`.execute(
    db,
  )
}

export async function insertBinding(db: Db, villageId: string, binding: Binding): Promise<void> {
  const { accountHash, personId, phoneHash, boundAt } = binding
  await tables(db)
    .insertInto('wechat_binding')
    .values({
      village_id: villageId,
      account_hash: accountHash,
      person_id: personId,
      phone_hash: phoneHash,
      bound_at: boundAt,
    })
    .execute()
  await tables(db)
    .insertInto('wechat_directory')
    .values({ account_hash: accountHash, village_id: villageId })
    .execute()
}

/** Its line in the directory goes with it. */
export async function deleteBindingOf(db: Db, villageId: string, personId: string): Promise<void> {
  await tables(db)
    .deleteFrom('wechat_binding')
    .where('village_id', '=', villageId)
    .where('person_id', '=', personId)
    .execute()
}

/**
 * Ends the bindings that these telephones do not carry: of a person whose telephone is another one
 * now, and of whoever had a telephone that is somebody else's now.
 */
export async function deleteBindingsApartFrom(
  db: Db,
  villageId: string,
  people: readonly { readonly personId: string; readonly phoneHash: string | null }[],
): Promise<void> {
  const [personIds, phoneHashes] = [
    people.map(({ personId }) => personId),
    people.map(({ phoneHash }) => phoneHash),
  ]
  await sql`
    DELETE FROM wechat_binding AS bound
    USING unnest(${personIds}::uuid[], ${phoneHashes}::text[]) AS now (person_id, phone_hash)
    WHERE bound.village_id = ${villageId} AND (
      (bound.person_id = now.person_id AND bound.phone_hash IS DISTINCT FROM now.phone_hash)
      OR (bound.person_id <> now.person_id AND bound.phone_hash = now.phone_hash)
    )`.execute(db)
}

/** How many codes an account has asked for since an instant. */
export async function countCodeRequests(db: Db, accountHash: string, since: Date): Promise<number> {
  const row = await tables(db)
    .selectFrom('wechat_code_request')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('account_hash', '=', accountHash)
    .where('requested_at', '>', since)
    .executeTakeFirstOrThrow()
  return row.count
}

export async function insertCodeRequest(
  db: Db,
  request: { readonly accountHash: string; readonly requestedAt: Date; readonly requestId: string },
): Promise<void> {
  await tables(db)
    .insertInto('wechat_code_request')
    .values({
      account_hash: request.accountHash,
      requested_at: request.requestedAt,
      request_id: request.requestId,
    })
    .execute()
}

export async function deleteCodeRequestsBefore(db: Db, before: Date): Promise<void> {
  await tables(db).deleteFrom('wechat_code_request').where('requested_at', '<', before).execute()
}

function bindings(db: Db, villageId: string) {
  return tables(db)
    .selectFrom('wechat_binding')
    .select(['account_hash', 'person_id', 'phone_hash', 'bound_at'])
    .where('village_id', '=', villageId)
}

function toBinding(row: {
  account_hash: string
  person_id: string
  phone_hash: string
  bound_at: Date
}): Binding {
  return {
    accountHash: row.account_hash,
    personId: row.person_id,
    phoneHash: row.phone_hash,
    boundAt: row.bound_at,
  }
}

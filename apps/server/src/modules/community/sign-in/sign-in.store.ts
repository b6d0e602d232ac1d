import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { CommunityTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<CommunityTables>()

/** Makes everyone who asks for this telephone's code wait for each other, until the commit. */
export async function lockPhone(db: Db, phoneHash: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sign-in ${phoneHash}`}, 0))`.execute(
    db,
  )
}

/** When codes were asked for this telephone, latest first; not what a clock that ran ahead has dated. */
export async function selectRequestTimes(
  db: Db,
  phoneHash: string,
  { after, until }: { readonly after: Date; readonly until: Date },
): Promise<Date[]> {
  const rows = await tables(db)
    .selectFrom('sign_in_request')
    .select('requested_at')
    .where('phone_hash', '=', phoneHash)
    .where('requested_at', '>', after)
    .where('requested_at', '<=', until)
    .orderBy('requested_at', 'desc')
    .execute()
  return rows.map((row) => row.requested_at)
}

export async function insertRequest(
  db: Db,
  row: { readonly phoneHash: string; readonly requestedAt: Date; readonly requestId: string },
): Promise<void> {
  await tables(db)
    .insertInto('sign_in_request')
    .values({
      phone_hash: row.phoneHash,
      requested_at: row.requestedAt,
      request_id: row.requestId,
    })
    .execute()
}

/** Opens a code for a telephone; an earlier one ends. */
export async function upsertCode(
  db: Db,
  row: { readonly phoneHash: string; readonly codeHash: string; readonly expiresAt: Date },
): Promise<void> {
  const code = { code_hash: row.codeHash, expires_at: row.expiresAt, attempts: 0 }
  await tables(db)
    .insertInto('sign_in_code')
    .values({ phone_hash: row.phoneHash, ...code })
    .onConflict((conflict) => conflict.column('phone_hash').doUpdateSet(code))
    .execute()
}

/** Counts one attempt at the open code and tells the code's hash; null when none is open (any more). */
export async function takeAttempt(
  db: Db,
  phoneHash: string,
  limits: { readonly now: Date; readonly latestEnd: Date; readonly maxAttempts: number },
): Promise<string | null> {
  const row = await tables(db)
    .updateTable('sign_in_code')
    .set(({ eb }) => ({ attempts: eb('attempts', '+', 1) }))
    .where('phone_hash', '=', phoneHash)
    .where('attempts', '<', limits.maxAttempts)
    .where('expires_at', '>', limits.now)
    .where('expires_at', '<=', limits.latestEnd)
    .returning('code_hash')
    .executeTakeFirst()
  return row?.code_hash ?? null
}

export async function deleteCode(db: Db, phoneHash: string): Promise<void> {
  await tables(db).deleteFrom('sign_in_code').where('phone_hash', '=', phoneHash).execute()
}

export interface IdentityRow {
  readonly villageId: string
  readonly villageName: string
  readonly personId: string
}

/** Who a telephone is, in each village that knows it. */
export async function selectIdentities(db: Db, phoneHash: string): Promise<IdentityRow[]> {
  const rows = await tables(db)
    .selectFrom('sign_in_identity')
    .innerJoin('village', 'village.village_id', 'sign_in_identity.village_id')
    .select(['village.village_id', 'village.name', 'sign_in_identity.person_id'])
    .where('sign_in_identity.phone_hash', '=', phoneHash)
    .orderBy('village.village_id')
    .execute()
  return rows.map((row) => ({
    villageId: row.village_id,
    villageName: row.name,
    personId: row.person_id,
  }))
}

/** Whether the telephone was this person's already when a code was entered for it. */
export async function wasHolderAt(
  db: Db,
  phoneHash: string,
  { villageId, personId }: Pick<IdentityRow, 'villageId' | 'personId'>,
  provedAt: Date,
): Promise<boolean> {
  const row = await tables(db)
    .selectFrom('sign_in_identity')
    .select('person_id')
    .where('phone_hash', '=', phoneHash)
    .where('village_id', '=', villageId)
    .where('person_id', '=', personId)
    .where('since', '<', provedAt)
    .executeTakeFirst()
  return row !== undefined
}

/** Sets the telephones by which these persons of one village sign in; earlier ones of theirs end. */
export async function replaceIdentities(
  db: Db,
  villageId: string,
  people: readonly { readonly personId: string; readonly phoneHash: string | null }[],
  since: Date,
): Promise<void> {
  if (people.length === 0) return
  await tables(db)
    .deleteFrom('sign_in_identity')
    .where('village_id', '=', villageId)
    .where(sql<boolean>`person_id = any(${people.map(({ personId }) => personId)}::uuid[])`)
    .execute()
  const rows = people.flatMap(({ personId, phoneHash }) =>
    phoneHash === null
      ? []
      : [{ village_id: villageId, person_id: personId, phone_hash: phoneHash, since }],
  )
  if (rows.length === 0) return
  await tables(db)
    .insertInto('sign_in_identity')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['phone_hash', 'village_id']).doUpdateSet((row) => ({
        person_id: row.ref('excluded.person_id'),
        since: row.ref('excluded.since'),
      })),
    )
    .execute()
}

/** Forgets codes, requests and sessions that ended before an instant. */
export async function deleteEndedSignIns(db: Db, before: Date): Promise<void> {
  await tables(db).deleteFrom('sign_in_code').where('expires_at', '<', before).execute()
  await tables(db).deleteFrom('sign_in_request').where('requested_at', '<', before).execute()
  await tables(db).deleteFrom('session').where('expires_at', '<', before).execute()
}

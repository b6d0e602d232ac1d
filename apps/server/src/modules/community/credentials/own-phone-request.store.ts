import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { CommunityTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<CommunityTables>()

/** A person's requests wait for each other, until the commit. */
export async function lockRequestsOf(db: Db, villageId: string, personId: string): Promise<void> {
  const name = `own phone ${villageId} ${personId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db)
}

/** The new telephones, hashed, to which this person had a code sent since an instant. */
export async function selectRequested(
  db: Db,
  villageId: string,
  personId: string,
  since: Date,
): Promise<string[]> {
  const rows = await tables(db)
    .selectFrom('own_phone_request')
    .select('phone_hash')
    .where('village_id', '=', villageId)
    .where('person_id', '=', personId)
    .where('requested_at', '>', since)
    .execute()
  return rows.map((row) => row.phone_hash)
}

export async function upsertRequest(
  db: Db,
  villageId: string,
  request: { readonly personId: string; readonly phoneHash: string; readonly requestedAt: Date },
): Promise<void> {
  await tables(db)
    .insertInto('own_phone_request')
    .values({
      village_id: villageId,
      person_id: request.personId,
      phone_hash: request.phoneHash,
      requested_at: request.requestedAt,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['village_id', 'person_id', 'phone_hash'])
        .doUpdateSet({ requested_at: request.requestedAt }),
    )
    .execute()
}

export async function deleteRequestedBefore(
  db: Db,
  villageId: string,
  before: Date,
): Promise<void> {
  await tables(db)
    .deleteFrom('own_phone_request')
    .where('village_id', '=', villageId)
    .where('requested_at', '<=', before)
    .execute()
}

import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import { portionsOf } from '../../../platform/database/portions.ts'
import type { Proposal } from '../second-person/second-person.ts'
import type { CommunityTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<CommunityTables>()
/** A statement carries at most 65,535 values; a change has thirteen. */
const ROWS_A_STATEMENT = 2_000

export interface NewIdentity {
  readonly hash: string
  readonly last4: string
  readonly birthYear: number
}

/** What is to change of how somebody signs in or is known. */
export interface CredentialChange {
  /** `to` null: signs in no more. `from`: who holds the number now and gives it up. */
  readonly phone: { readonly to: string | null; readonly from: string | null } | null
  readonly identity: NewIdentity | null
}

export interface SignInChange extends CredentialChange, Proposal {
  readonly changeId: string
  readonly personId: string
  /** '' when a roster file says so. */
  readonly reason: string
}

/** Keeps proposals; none waits for any of these persons. */
export async function insertChanges(
  db: Db,
  villageId: string,
  changes: readonly SignInChange[],
): Promise<void> {
  for (const some of portionsOf(changes, ROWS_A_STATEMENT))
    await tables(db)
      .insertInto('sign_in_change')
      .values(
        some.map(({ phone, identity, ...change }) => ({
          village_id: villageId,
          change_id: change.changeId,
          person_id: change.personId,
          proposed_by: change.proposedBy,
          proposer_household_id: change.proposerHouseholdId,
          proposed_at: change.proposedAt,
          reason: change.reason,
          sets_phone: phone !== null,
          phone: phone?.to ?? null,
          phone_from: phone?.from ?? null,
          id_hash: identity?.hash ?? null,
          id_last4: identity?.last4 ?? null,
          birth_year: identity?.birthYear ?? null,
        })),
      )
      .execute()
}

/** The proposals that wait since an instant, oldest first; those named, or all of them (null). */
export async function selectChanges(
  db: Db,
  villageId: string,
  which: { readonly changeIds?: readonly string[]; readonly personIds?: readonly string[] },
  { since, limit }: { readonly since: Date; readonly limit: number },
): Promise<SignInChange[]> {
  let query = tables(db)
    .selectFrom('sign_in_change')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('proposed_at', '>', since)
  const { changeIds, personIds } = which
  if (changeIds) query = query.where(sql<boolean>`change_id = any(${[...changeIds]}::uuid[])`)
  if (personIds) query = query.where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`)
  const rows = await query.orderBy('proposed_at').orderBy('change_id').limit(limit).execute()
  return rows.map((row) => ({
    changeId: row.change_id,
    personId: row.person_id,
    proposedBy: row.proposed_by,
    proposerHouseholdId: row.proposer_household_id,
    proposedAt: row.proposed_at,
    reason: row.reason,
    phone: row.sets_phone ? { to: row.phone, from: row.phone_from } : null,
    identity:
      row.id_hash === null || row.id_last4 === null || row.birth_year === null
        ? null
        : { hash: row.id_hash, last4: row.id_last4, birthYear: row.birth_year },
  }))
}

export async function deleteChangesOf(
  db: Db,
  villageId: string,
  personIds: readonly string[],
): Promise<void> {
  await tables(db)
    .deleteFrom('sign_in_change')
    .where('village_id', '=', villageId)
    .where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`)
    .execute()
}

export async function deleteChangesBefore(db: Db, villageId: string, before: Date): Promise<void> {
  await tables(db)
    .deleteFrom('sign_in_change')
    .where('village_id', '=', villageId)
    .where('proposed_at', '<=', before)
    .execute()
}

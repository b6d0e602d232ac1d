import { sql } from 'kysely'
import { roles, type Role } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import type { CommunityTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<CommunityTables>()

export interface RoleGrant {
  readonly personId: string
  readonly role: Role
  /** A group leader's group. */
  readonly groupNo: number | null
  readonly grantedBy: string | null
  /** Through whom the giver had their office, up to set-up. */
  readonly grantedThrough: readonly string[]
  readonly grantedAt: Date
}

/** The roles a person holds beside that of villager. */
export async function selectRoles(db: Db, villageId: string, personId: string): Promise<Role[]> {
  return (await selectGrants(db, villageId, [personId])).map(({ role }) => role)
}

/** The grants of these persons, or of everyone (null). */
export async function selectGrants(
  db: Db,
  villageId: string,
  personIds: readonly string[] | null,
): Promise<RoleGrant[]> {
  let query = tables(db)
    .selectFrom('role_grant')
    .selectAll()
    .where('village_id', '=', villageId)
    .orderBy('role')
    .orderBy('granted_at')
  if (personIds !== null)
    query = query.where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`)
  const rows = await query.execute()
  return rows.flatMap((row) => {
    const role = roles.find((known) => known === row.role)
    if (!role) return []
    return [
      {
        personId: row.person_id,
        role,
        groupNo: row.group_no,
        grantedBy: row.granted_by,
        grantedThrough: row.granted_through,
        grantedAt: row.granted_at,
      },
    ]
  })
}

export async function insertGrants(
  db: Db,
  villageId: string,
  grants: readonly RoleGrant[],
): Promise<void> {
  if (grants.length === 0) return
  await tables(db)
    .insertInto('role_grant')
    .values(
      grants.map((grant) => ({
        village_id: villageId,
        person_id: grant.personId,
        role: grant.role,
        group_no: grant.groupNo,
        granted_by: grant.grantedBy,
        granted_through: [...grant.grantedThrough],
        granted_at: grant.grantedAt,
      })),
    )
    .execute()
}

/** False when the person did not hold it. */
export async function deleteGrant(
  db: Db,
  villageId: string,
  personId: string,
  role: Role,
): Promise<boolean> {
  const result = await tables(db)
    .deleteFrom('role_grant')
    .where('village_id', '=', villageId)
    .where('person_id', '=', personId)
    .where('role', '=', role)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

export async function deleteGrantsOf(db: Db, villageId: string, personId: string): Promise<void> {
  await tables(db)
    .deleteFrom('role_grant')
    .where('village_id', '=', villageId)
    .where('person_id', '=', personId)
    .execute()
}

/** Makes everyone who changes roles in the village wait for each other, until the commit. */
export async function lockRoles(db: Db, villageId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`roles ${villageId}`}, 0))`.execute(db)
}

/** Everyone who holds any of these roles. */
export async function readHoldersOf(
  db: Db,
  villageId: string,
  held: readonly Role[],
): Promise<string[]> {
  const rows = await tables(db)
    .selectFrom('role_grant')
    .select('person_id')
    .distinct()
    .where('village_id', '=', villageId)
    .where(sql<boolean>`role = any(${[...held]}::text[])`)
    .orderBy('person_id')
    .execute()
  return rows.map((row) => row.person_id)
}

/** The holders of a role with their households: who of them is barred from judging what. */
export async function readMembersOf(
  db: Db,
  villageId: string,
  role: Role,
): Promise<{ readonly personId: string; readonly householdId: string }[]> {
  return tables(db)
    .selectFrom('role_grant')
    .innerJoin('person', (join) =>
      join
        .onRef('person.village_id', '=', 'role_grant.village_id')
        .onRef('person.person_id', '=', 'role_grant.person_id'),
    )
    .select(['person.person_id as personId', 'person.household_id as householdId'])
    .where('role_grant.village_id', '=', villageId)
    .where('role_grant.role', '=', role)
    .where('person.erased_at', 'is', null)
    .where('person.departed_at', 'is', null)
    .orderBy('person.person_id')
    .execute()
}

/** The first role, in the order of their names, that each of these persons holds. */
export async function readRolesOf(
  db: Db,
  villageId: string,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tables(db)
    .selectFrom('role_grant')
    .select(({ fn }) => ['person_id', fn.min('role').as('role')])
    .where('village_id', '=', villageId)
    .where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`)
    .groupBy('person_id')
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.role]))
}

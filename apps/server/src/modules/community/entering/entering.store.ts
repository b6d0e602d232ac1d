import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { CommunityTables, Departure } from '../tables.ts'

const tables = (db: Db) => db.withTables<CommunityTables>()

export interface EnteredPerson {
  readonly personId: string
  readonly householdId: string
  /** Null once erased. */
  readonly name: string | null
  readonly phone: string | null
  readonly idLast4: string | null
  readonly birthYear: number | null
  readonly departedAs: Departure | null
  readonly departedAt: Date | null
}

/** A person as the roster has them; null when there is no such one. */
export async function selectEnteredPerson(
  db: Db,
  villageId: string,
  personId: string,
): Promise<EnteredPerson | null> {
  const row = await tables(db)
    .selectFrom('person')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!row) return null
  return {
    personId,
    householdId: row.household_id,
    name: row.name,
    phone: row.phone,
    idLast4: row.id_last4,
    birthYear: row.birth_year,
    departedAs: row.departed_as,
    departedAt: row.departed_at,
  }
}

/** The household of those who work for the village and live nowhere in it; null while there is none. */
export async function selectOffice(db: Db, villageId: string): Promise<string | null> {
  const row = await tables(db)
    .selectFrom('household')
    .select('household_id')
    .where('village_id', '=', villageId)
    .where('is_office', '=', true)
    .orderBy('household_id')
    .limit(1)
    .executeTakeFirst()
  return row?.household_id ?? null
}

/** Who else has this telephone or identity: a person of the village, or nobody. */
export async function selectHolderOf(
  db: Db,
  villageId: string,
  marks: { readonly phone: string | null; readonly idHash: string | null },
): Promise<{ readonly by: 'phone' | 'identity' } | null> {
  const row = await tables(db)
    .selectFrom('person')
    .select(sql<boolean>`phone is not distinct from ${marks.phone}`.as('has_phone'))
    .where('village_id', '=', villageId)
    .where((where) =>
      where.or([where('phone', '=', marks.phone), where('id_hash', '=', marks.idHash)]),
    )
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  return { by: row.has_phone && marks.phone !== null ? 'phone' : 'identity' }
}

/** Whether somebody present in the household bears this name. */
export async function hasNamesake(
  db: Db,
  villageId: string,
  householdId: string,
  name: string,
): Promise<boolean> {
  const row = await tables(db)
    .selectFrom('person')
    .select('person_id')
    .where('village_id', '=', villageId)
    .where('household_id', '=', householdId)
    .where('name', '=', name)
    .where('departed_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function updateEntry(
  db: Db,
  villageId: string,
  personId: string,
  entry: { readonly name: string; readonly birthYear: number | null },
): Promise<void> {
  await tables(db)
    .updateTable('person')
    .set({ name: entry.name, birth_year: entry.birthYear })
    .where('village_id', '=', villageId)
    .where('person_id', '=', personId)
    .execute()
}

export async function setHousehold(
  db: Db,
  villageId: string,
  personId: string,
  householdId: string,
): Promise<void> {
  await tables(db)
    .updateTable('person')
    .set({ household_id: householdId })
    .where('village_id', '=', villageId)
    .where('person_id', '=', personId)
    .execute()
}

/** Marks a person as dead or moved away, whose telephone is free then; null: they are back. */
export async function setDeparture(
  db: Db,
  villageId: string,
  personId: string,
  departure: { readonly as: Departure; readonly at: Date } | null,
): Promise<void> {
  await tables(db)
    .updateTable('person')
    .set({
      departed_as: departure?.as ?? null,
      departed_at: departure?.at ?? null,
      ...(departure === null ? {} : { phone: null, publishes_name: false }),
    })
    .where('village_id', '=', villageId)
    .where('person_id', '=', personId)
    .execute()
}

export async function setHead(
  db: Db,
  villageId: string,
  householdId: string,
  personId: string,
): Promise<void> {
  await tables(db)
    .updateTable('household')
    .set({ head_person_id: personId })
    .where('village_id', '=', villageId)
    .where('household_id', '=', householdId)
    .execute()
}

/** Everyone of these households who takes part, with where they live. */
export async function selectPresentOf(
  db: Db,
  villageId: string,
  householdIds: readonly string[],
): Promise<{ readonly personId: string; readonly householdId: string }[]> {
  const rows = await tables(db)
    .selectFrom('person')
    .select(['person_id', 'household_id'])
    .where('village_id', '=', villageId)
    .where(sql<boolean>`household_id = any(${[...householdIds]}::uuid[])`)
    .where('erased_at', 'is', null)
    .where('departed_at', 'is', null)
    .orderBy('person_id')
    .execute()
  return rows.map((row) => ({ personId: row.person_id, householdId: row.household_id }))
}

/** Whether a household of any group has this number. */
export async function hasHouseNo(db: Db, villageId: string, houseNo: string): Promise<boolean> {
  const row = await tables(db)
    .selectFrom('household')
    .select('household_id')
    .where('village_id', '=', villageId)
    .where('house_no', '=', houseNo)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Adds a household at a door; false when a household has that door already. */
export async function insertHouseholdAt(
  db: Db,
  villageId: string,
  household: { readonly householdId: string; readonly groupNo: number; readonly houseNo: string },
): Promise<boolean> {
  const result = await tables(db)
    .insertInto('household')
    .values({
      village_id: villageId,
      household_id: household.householdId,
      group_no: household.groupNo,
      house_no: household.houseNo,
      head_person_id: null,
      joined_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

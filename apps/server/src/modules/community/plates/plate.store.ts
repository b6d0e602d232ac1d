import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { CommunityTables } from '../tables.ts'
import { subjectQuery, toSubject, type Subject, type SubjectKind } from './subject.store.ts'

const tables = (db: Db) => db.withTables<CommunityTables>()

export interface NewSubject {
  readonly subjectId: string
  readonly kind: SubjectKind
  readonly label: string
  readonly groupNo: number | null
  readonly keeperHouseholdId: string | null
  readonly story: string
}

/** False when the village has a subject of this label already. */
export async function insertSubject(
  db: Db,
  villageId: string,
  subject: NewSubject,
): Promise<boolean> {
  const result = await tables(db)
    .insertInto('subject')
    .values({
      village_id: villageId,
      subject_id: subject.subjectId,
      kind: subject.kind,
      label: subject.label,
      group_no: subject.groupNo,
      keeper_household_id: subject.keeperHouseholdId,
      story: subject.story,
      area_square_metres: null,
      longitude_e7: null,
      latitude_e7: null,
    })
    .onConflict((conflict) => conflict.columns(['village_id', 'label']).doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function updateSubject(
  db: Db,
  villageId: string,
  subjectId: string,
  change: { readonly story: string; readonly keeperHouseholdId: string | null },
): Promise<void> {
  await tables(db)
    .updateTable('subject')
    .set({ story: change.story, keeper_household_id: change.keeperHouseholdId })
    .where('village_id', '=', villageId)
    .where('subject_id', '=', subjectId)
    .execute()
}

/** Gives a code out to a village; false when another plate, of whatever village, has it. */
export async function claimCode(db: Db, villageId: string, code: string): Promise<boolean> {
  const result = await tables(db)
    .insertInto('plate_directory')
    .values({ code, village_id: villageId })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function insertPlate(
  db: Db,
  villageId: string,
  plate: { readonly code: string; readonly subjectId: string; readonly fixedAt: Date },
): Promise<void> {
  await tables(db)
    .insertInto('plate')
    .values({
      village_id: villageId,
      code: plate.code,
      subject_id: plate.subjectId,
      fixed_at: plate.fixedAt,
      retired_at: null,
    })
    .execute()
}

export interface ListedPlate extends Subject {
  readonly code: string
}

/** Plates in use by kind and label (A-2 before A-17), after a mark. */
export async function selectPlates(
  db: Db,
  villageId: string,
  page: {
    readonly kind: SubjectKind | null
    readonly search: string
    readonly after: { readonly kind: string; readonly label: string; readonly code: string } | null
    readonly limit: number
  },
): Promise<ListedPlate[]> {
  let query = subjectQuery(db, villageId)
    .innerJoin('plate', (join) =>
      join
        .onRef('plate.village_id', '=', 'subject.village_id')
        .onRef('plate.subject_id', '=', 'subject.subject_id'),
    )
    .select('plate.code')
    .where('plate.retired_at', 'is', null)
  const { kind, search, after } = page
  if (kind !== null) query = query.where('subject.kind', '=', kind)
  if (search !== '') {
    const pattern = `%${search.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
    query = query.where(
      sql<boolean>`(subject.label ilike ${pattern} or plate.code ilike ${pattern})`,
    )
  }
  if (after !== null)
    query = query.where(
      sql<boolean>`(subject.kind, length(subject.label), subject.label, plate.code)
        > (${after.kind}, length(${after.label}::text), ${after.label}, ${after.code})`,
    )
  const rows = await query
    .orderBy('subject.kind')
    .orderBy(sql`length(subject.label)`)
    .orderBy('subject.label')
    .orderBy('plate.code')
    .limit(page.limit)
    .execute()
  return rows.map((row) => ({ ...toSubject(row), code: row.code }))
}

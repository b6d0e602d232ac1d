import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import {
  countOnce,
  inPage,
  term,
  type Listed,
  type ListOrders,
  type PageOrder,
} from '../../../platform/database/list-order.ts'
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
      story_by: null,
      photo_file_id: null,
    })
    .onConflict((conflict) => conflict.columns(['village_id', 'label']).doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function updateKeeper(
  db: Db,
  villageId: string,
  subjectId: string,
  keeperHouseholdId: string | null,
): Promise<void> {
  await tables(db)
    .updateTable('subject')
    .set({ keeper_household_id: keeperHouseholdId })
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

/** A-2 before A-17. */
const label = [term('bigint', sql`length(subject.label)`), term('text', sql`subject.label`)]

export const plateOrders = {
  by: {
    kind: [term('text', sql`subject.kind`), ...label],
    label,
    group: [term('bigint', sql`coalesce(subject.group_no, 0)`), ...label],
    code: [],
  },
  tie: term('text', sql`plate.code`),
} satisfies ListOrders<string>

/** Plates in use, in an order; `search` is in the label or the code. */
export async function selectPlates(
  db: Db,
  villageId: string,
  filter: {
    readonly kind: SubjectKind | null
    readonly groupNo: number | null
    readonly search: string
  },
  order: PageOrder,
): Promise<Listed<ListedPlate>> {
  let query = subjectQuery(db, villageId)
    .innerJoin('plate', (join) =>
      join
        .onRef('plate.village_id', '=', 'subject.village_id')
        .onRef('plate.subject_id', '=', 'subject.subject_id'),
    )
    .select('plate.code')
    .where('plate.retired_at', 'is', null)
  const { kind, groupNo, search } = filter
  if (kind !== null) query = query.where('subject.kind', '=', kind)
  if (groupNo !== null) query = query.where('subject.group_no', '=', groupNo)
  if (search !== '') {
    const pattern = `%${search.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
    query = query.where(
      sql<boolean>`(subject.label ilike ${pattern} or plate.code ilike ${pattern})`,
    )
  }
  const rows = await inPage(query, order).execute()
  return {
    rows: rows.map((row) => ({ ...toSubject(row), code: row.code, mark: row.mark })),
    total: await countOnce(query, order),
  }
}

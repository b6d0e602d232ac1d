import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { CommunityTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<CommunityTables>()

export const subjectKinds = ['plot', 'yard', 'house', 'flock', 'post', 'shop'] as const
export type SubjectKind = (typeof subjectKinds)[number]

export interface Subject {
  readonly subjectId: string
  readonly kind: SubjectKind
  readonly label: string
  readonly groupNo: number | null
  readonly groupName: string | null
  readonly keeperHouseholdId: string | null
  readonly story: string
  /** The one picture that everybody sees who scans the plate. */
  readonly photoFileId: string | null
}

/** These subjects by id, in one query; an id that is not of this village is absent. */
export async function readSubjects(
  db: Db,
  villageId: string,
  subjectIds: readonly string[],
): Promise<Map<string, Subject>> {
  if (subjectIds.length === 0) return new Map()
  const rows = await subjectQuery(db, villageId)
    .where(sql<boolean>`subject.subject_id = any(${[...subjectIds]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.subject_id, toSubject(row)]))
}

/** All subjects of some kinds, by label. */
export async function selectSubjectsOf(
  db: Db,
  villageId: string,
  kinds: readonly SubjectKind[],
): Promise<Subject[]> {
  const rows = await subjectQuery(db, villageId)
    .where('subject.kind', 'in', [...kinds])
    .orderBy('subject.label')
    .execute()
  return rows.map(toSubject)
}

/** The village that a code was given out in; null when it never was. */
export async function selectPlateVillage(db: Db, code: string): Promise<string | null> {
  const row = await tables(db)
    .selectFrom('plate_directory')
    .select('village_id')
    .where('code', '=', code)
    .executeTakeFirst()
  return row?.village_id ?? null
}

/** The subject that a plate in use is fixed to. */
export async function selectSubjectByCode(
  db: Db,
  villageId: string,
  code: string,
): Promise<Subject | null> {
  const { rows } = await sql<SubjectRow>`
    SELECT subject.subject_id, kind, label, subject.group_no, keeper_household_id, story,
      photo_file_id,
      village_group.name AS group_name
    FROM plate JOIN subject ON subject.village_id = plate.village_id
      AND subject.subject_id = plate.subject_id
    LEFT JOIN village_group ON village_group.village_id = subject.village_id
      AND village_group.group_no = subject.group_no
    WHERE plate.village_id = ${villageId} AND plate.code = ${code} AND plate.retired_at IS NULL`.execute(
    db,
  )
  const [row] = rows
  return row ? toSubject(row) : null
}

export function subjectQuery(db: Db, villageId: string) {
  return tables(db)
    .selectFrom('subject')
    .leftJoin('village_group', (join) =>
      join
        .onRef('village_group.village_id', '=', 'subject.village_id')
        .onRef('village_group.group_no', '=', 'subject.group_no'),
    )
    .select([
      'subject.subject_id',
      'subject.kind',
      'subject.label',
      'subject.group_no',
      'subject.keeper_household_id',
      'subject.story',
      'subject.photo_file_id',
      'village_group.name as group_name',
    ])
    .where('subject.village_id', '=', villageId)
}

export interface SubjectRow {
  readonly subject_id: string
  readonly kind: SubjectKind
  readonly label: string
  readonly group_no: number | null
  readonly keeper_household_id: string | null
  readonly story: string
  readonly photo_file_id: string | null
  readonly group_name: string | null
}

export function toSubject(row: SubjectRow): Subject {
  return {
    subjectId: row.subject_id,
    kind: row.kind,
    label: row.label,
    groupNo: row.group_no,
    groupName: row.group_name,
    keeperHouseholdId: row.keeper_household_id,
    story: row.story,
    photoFileId: row.photo_file_id,
  }
}

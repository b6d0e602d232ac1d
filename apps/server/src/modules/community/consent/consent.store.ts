import type { Db } from '../../../platform/database/database.ts'
import type { CommunityTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<CommunityTables>()

export interface ConsentRow {
  readonly consentId: string
  readonly householdId: string
  readonly decision: 'join' | 'leave'
  readonly optInVersion: number
  readonly givenBy: string
  /** Another than `givenBy` when a cadre entered what was given on paper. */
  readonly recordedBy: string
  readonly decidedAt: Date
}

export async function insertConsent(db: Db, villageId: string, row: ConsentRow): Promise<void> {
  await tables(db)
    .insertInto('consent')
    .values({
      village_id: villageId,
      consent_id: row.consentId,
      household_id: row.householdId,
      decision: row.decision,
      opt_in_version: row.optInVersion,
      given_by: row.givenBy,
      recorded_by: row.recordedBy,
      decided_at: row.decidedAt,
    })
    .execute()
}

/** Each joining and leaving of a household, latest first. */
export async function selectConsents(
  db: Db,
  villageId: string,
  householdId: string,
): Promise<ConsentRow[]> {
  const rows = await tables(db)
    .selectFrom('consent')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('household_id', '=', householdId)
    .orderBy('decided_at', 'desc')
    .orderBy('consent_id', 'desc')
    .execute()
  return rows.map((row) => ({
    consentId: row.consent_id,
    householdId: row.household_id,
    decision: row.decision,
    optInVersion: row.opt_in_version,
    givenBy: row.given_by,
    recordedBy: row.recorded_by,
    decidedAt: row.decided_at,
  }))
}

/** A household that neither joins nor leaves until the commit; others hold it beside. */
export async function holdHousehold(db: Db, villageId: string, householdId: string): Promise<void> {
  await tables(db)
    .selectFrom('household')
    .select('household_id')
    .where('village_id', '=', villageId)
    .where('household_id', '=', householdId)
    .forShare()
    .execute()
}

/** Locks the household against a decision at the same moment; null when there is no such one. */
export async function lockHousehold(
  db: Db,
  villageId: string,
  householdId: string,
): Promise<{ joinedAt: Date | null; groupNo: number; isOffice: boolean } | null> {
  const row = await tables(db)
    .selectFrom('household')
    .select(['joined_at', 'group_no', 'is_office'])
    .where('village_id', '=', villageId)
    .where('household_id', '=', householdId)
    .forUpdate()
    .executeTakeFirst()
  return row ? { joinedAt: row.joined_at, groupNo: row.group_no, isOffice: row.is_office } : null
}

export async function setJoinedAt(
  db: Db,
  villageId: string,
  householdId: string,
  joinedAt: Date | null,
): Promise<void> {
  await tables(db)
    .updateTable('household')
    .set({ joined_at: joinedAt })
    .where('village_id', '=', villageId)
    .where('household_id', '=', householdId)
    .execute()
}

/** The households that had joined, and not left, before an instant. */
export async function selectJoinedBefore(
  db: Db,
  villageId: string,
  before: Date,
): Promise<Set<string>> {
  const rows = await tables(db)
    .selectFrom('consent')
    .distinctOn('household_id')
    .select(['household_id', 'decision'])
    .where('village_id', '=', villageId)
    .where('decided_at', '<', before)
    .orderBy('household_id')
    .orderBy('decided_at', 'desc')
    .orderBy('consent_id', 'desc')
    .execute()
  return new Set(rows.filter(({ decision }) => decision === 'join').map((row) => row.household_id))
}

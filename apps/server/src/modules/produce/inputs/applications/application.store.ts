import type { Amount, ApprovedUse } from '@azalea/produce-rules'
import type { Db } from '../../../../platform/database/database.ts'
import type { DeclineReason, InputTables, RequestState } from '../tables.ts'

const tables = (db: Db) => db.withTables<InputTables>()

/** What was asked, and what became of it. */
export interface RequestRow {
  readonly applicationId: string
  readonly plotId: string
  readonly registrationNumber: string
  readonly crop: string
  readonly amount: Amount
  readonly askedBy: string
  readonly householdId: string
  readonly askedAt: Date
  readonly state: RequestState
  readonly because: DeclineReason | null
}

export async function insertRequest(
  db: Db,
  villageId: string,
  request: Omit<RequestRow, 'state' | 'because'>,
): Promise<void> {
  await tables(db)
    .insertInto('application_request')
    .values({
      village_id: villageId,
      application_id: request.applicationId,
      plot_id: request.plotId,
      registration_number: request.registrationNumber,
      crop: request.crop,
      unit: request.amount.unit,
      thousandths: request.amount.thousandths,
      asked_by: request.askedBy,
      household_id: request.householdId,
      asked_at: request.askedAt,
      state: 'asked',
    })
    .execute()
}

/** Held until the commit: of two who answer one comes first. */
export async function lockRequest(
  db: Db,
  villageId: string,
  applicationId: string,
): Promise<RequestRow | null> {
  const row = await requestQuery(db, villageId)
    .where('application_id', '=', applicationId)
    .forUpdate()
    .executeTakeFirst()
  return row ? toRequest(row) : null
}

/** What waits for an answer, of one plot or of all, the oldest first. */
export async function selectAsked(
  db: Db,
  villageId: string,
  plotId: string | null,
): Promise<readonly RequestRow[]> {
  const query = requestQuery(db, villageId).where('state', '=', 'asked').orderBy('asked_at')
  const rows = await (plotId === null ? query : query.where('plot_id', '=', plotId)).execute()
  return rows.map(toRequest)
}

export async function endRequest(
  db: Db,
  villageId: string,
  applicationId: string,
  how: {
    readonly state: Exclude<RequestState, 'asked'>
    readonly because: DeclineReason | null
    readonly by: string
    readonly at: Date
  },
): Promise<void> {
  await tables(db)
    .updateTable('application_request')
    .set({ state: how.state, because: how.because, ended_by: how.by, ended_at: how.at })
    .where('village_id', '=', villageId)
    .where('application_id', '=', applicationId)
    .execute()
}

/** What was put on a plot there and then. */
export interface NewApplication extends RequestRow {
  readonly use: ApprovedUse
  readonly season: string
  readonly edition: number
  readonly areaSquareMetres: number
  readonly appliedAt: Date
  /** By which the log tells of it. */
  readonly recordId: string
  readonly approvedBy: string
  readonly photoFileId: string
}

export async function insertApplication(
  db: Db,
  villageId: string,
  { use, amount, ...application }: NewApplication,
): Promise<void> {
  await tables(db)
    .insertInto('application')
    .values({
      village_id: villageId,
      application_id: application.applicationId,
      plot_id: application.plotId,
      season: application.season,
      crop: application.crop,
      edition: application.edition,
      kind: use.kind,
      name: use.name,
      registration_number: use.registrationNumber,
      substances: use.substances,
      unit: amount.unit,
      thousandths: amount.thousandths,
      area_square_metres: application.areaSquareMetres,
      most_uses: use.mostUses,
      pre_harvest_days: use.preHarvestDays,
      re_entry_hours: use.reEntryHours,
      applied_at: application.appliedAt,
      record_id: application.recordId,
      approved_by: application.approvedBy,
      photo_file_id: application.photoFileId,
    })
    .execute()
}

function requestQuery(db: Db, villageId: string) {
  return tables(db)
    .selectFrom('application_request')
    .selectAll()
    .where('village_id', '=', villageId)
}

function toRequest(row: InputTables['application_request']): RequestRow {
  return {
    applicationId: row.application_id,
    plotId: row.plot_id,
    registrationNumber: row.registration_number,
    crop: row.crop,
    amount: { unit: row.unit, thousandths: row.thousandths },
    askedBy: row.asked_by,
    householdId: row.household_id,
    askedAt: row.asked_at,
    state: row.state,
    because: row.because,
  }
}

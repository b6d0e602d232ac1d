import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import type { PartnerKind, PartnerTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<PartnerTables>()

export interface Partner {
  readonly partnerId: string
  readonly code: string
  readonly name: string
  readonly kind: PartnerKind
  readonly keyNo: number
  readonly addedBy: string
  readonly addedAt: Date
  readonly endedAt: Date | null
}

/** Partners are added one after another: their names differ, and how many there are is limited. */
export async function lockPartners(db: Db, villageId: string): Promise<void> {
  const key = `partners ${villageId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(db)
}

export async function insertPartner(db: Db, villageId: string, partner: Partner): Promise<void> {
  await tables(db)
    .insertInto('partner')
    .values({
      village_id: villageId,
      partner_id: partner.partnerId,
      code: partner.code,
      name: partner.name,
      kind: partner.kind,
      key_no: partner.keyNo,
      added_by: partner.addedBy,
      added_at: partner.addedAt,
      ended_at: partner.endedAt,
    })
    .execute()
}

const partnersOf = (db: Db, villageId: string) =>
  tables(db).selectFrom('partner').selectAll().where('village_id', '=', villageId)

/** All there ever were, those that stand first, by name. */
export async function selectPartners(db: Db, villageId: string): Promise<readonly Partner[]> {
  const rows = await partnersOf(db, villageId)
    .orderBy(sql`ended_at is not null`)
    .orderBy('name')
    .orderBy('partner_id')
    .execute()
  return rows.map(presented)
}

/** By the code in its key; null when there is none, or it was ended. */
export async function selectPartnerByCode(
  db: Db,
  villageId: string,
  code: string,
): Promise<Partner | null> {
  const row = await partnersOf(db, villageId)
    .where('code', '=', code)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row === undefined ? null : presented(row)
}

/** Held until the commit; null when there is none, or it was ended. */
export async function lockPartner(
  db: Db,
  villageId: string,
  partnerId: string,
): Promise<Partner | null> {
  const row = await partnersOf(db, villageId)
    .where('partner_id', '=', partnerId)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : presented(row)
}

export async function updatePartner(
  db: Db,
  villageId: string,
  partnerId: string,
  change: { readonly keyNo: number } | { readonly endedAt: Date },
): Promise<void> {
  await tables(db)
    .updateTable('partner')
    .set('keyNo' in change ? { key_no: change.keyNo } : { ended_at: change.endedAt })
    .where('village_id', '=', villageId)
    .where('partner_id', '=', partnerId)
    .execute()
}

function presented(row: PartnerTables['partner']): Partner {
  return {
    partnerId: row.partner_id,
    code: row.code,
    name: row.name,
    kind: row.kind,
    keyNo: row.key_no,
    addedBy: row.added_by,
    addedAt: row.added_at,
    endedAt: row.ended_at,
  }
}

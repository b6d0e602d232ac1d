import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import type { VoucherTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<VoucherTables>()

export interface Merchant {
  readonly merchantId: string
  readonly nameZh: string
  readonly nameEn: string | null
  readonly place: string
  readonly enteredAt: Date
  /** Takes vouchers no more. */
  readonly endedAt: Date | null
}

export interface MerchantPerson {
  readonly merchantId: string
  readonly personId: string
}

export async function insertMerchant(
  db: Db,
  villageId: string,
  merchant: Omit<Merchant, 'endedAt'> & { readonly enteredBy: string },
): Promise<void> {
  await tables(db)
    .insertInto('merchant')
    .values({
      village_id: villageId,
      merchant_id: merchant.merchantId,
      name_zh: merchant.nameZh,
      name_en: merchant.nameEn,
      place: merchant.place,
      entered_by: merchant.enteredBy,
      entered_at: merchant.enteredAt,
    })
    .execute()
}

/** Held until the commit: who ends its part waits for whoever binds somebody to it. */
export async function lockMerchant(
  db: Db,
  villageId: string,
  merchantId: string,
): Promise<Merchant | null> {
  const row = await merchantQuery(db, villageId)
    .where('merchant_id', '=', merchantId)
    .forUpdate()
    .executeTakeFirst()
  return row ? toMerchant(row) : null
}

/** All of the village by id: those that take vouchers first, each by when it came. */
export async function selectMerchants(
  db: Db,
  villageId: string,
): Promise<ReadonlyMap<string, Merchant>> {
  const rows = await merchantQuery(db, villageId)
    .orderBy(sql`ended_at is not null`)
    .orderBy('entered_at')
    .orderBy('merchant_id')
    .execute()
  return new Map(rows.map((row) => [row.merchant_id, toMerchant(row)]))
}

export async function endMerchantAt(
  db: Db,
  villageId: string,
  merchantId: string,
  endedAt: Date,
): Promise<void> {
  await tables(db)
    .updateTable('merchant')
    .set({ ended_at: endedAt })
    .where('village_id', '=', villageId)
    .where('merchant_id', '=', merchantId)
    .execute()
}

/** For which merchant somebody takes vouchers; null for none. */
export async function selectMerchantOf(
  db: Db,
  villageId: string,
  personId: string,
): Promise<Merchant | null> {
  const row = await merchantQuery(db, villageId)
    .where(
      sql<boolean>`merchant_id = (SELECT merchant_id FROM merchant_person
        WHERE village_id = ${villageId} AND person_id = ${personId})`,
    )
    .executeTakeFirst()
  return row ? toMerchant(row) : null
}

/** Who took vouchers for whom, also those who have left since. */
export async function selectMerchantTakers(db: Db, villageId: string): Promise<MerchantPerson[]> {
  const rows = await tables(db)
    .selectFrom('voucher_redemption')
    .select(['merchant_id', 'redeemed_by'])
    .distinct()
    .where('village_id', '=', villageId)
    .execute()
  return rows.map((row) => ({ merchantId: row.merchant_id, personId: row.redeemed_by }))
}

/** Who takes vouchers, in the order in which they were bound. */
export async function selectMerchantPeople(db: Db, villageId: string): Promise<MerchantPerson[]> {
  const rows = await tables(db)
    .selectFrom('merchant_person')
    .select(['merchant_id', 'person_id'])
    .where('village_id', '=', villageId)
    .orderBy('bound_at')
    .orderBy('person_id')
    .execute()
  return rows.map((row) => ({ merchantId: row.merchant_id, personId: row.person_id }))
}

export async function insertMerchantPerson(
  db: Db,
  villageId: string,
  bound: MerchantPerson & { readonly boundBy: string; readonly boundAt: Date },
): Promise<void> {
  await tables(db)
    .insertInto('merchant_person')
    .values({
      village_id: villageId,
      person_id: bound.personId,
      merchant_id: bound.merchantId,
      bound_by: bound.boundBy,
      bound_at: bound.boundAt,
    })
    .execute()
}

export async function deleteMerchantPerson(
  db: Db,
  villageId: string,
  personId: string,
): Promise<void> {
  await tables(db)
    .deleteFrom('merchant_person')
    .where('village_id', '=', villageId)
    .where('person_id', '=', personId)
    .execute()
}

function merchantQuery(db: Db, villageId: string) {
  return tables(db).selectFrom('merchant').selectAll().where('village_id', '=', villageId)
}

function toMerchant(row: VoucherTables['merchant']): Merchant {
  return {
    merchantId: row.merchant_id,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    place: row.place,
    enteredAt: row.entered_at,
    endedAt: row.ended_at,
  }
}

import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import type { MarketTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<MarketTables>()

export interface Product {
  readonly productId: string
  readonly nameZh: string
  readonly nameEn: string | null
  readonly crop: string
  readonly netGrams: number
  readonly priceFen: number
  readonly proposedBy: string
  readonly proposerHouseholdId: string | null
  readonly proposedAt: Date
  readonly confirmedAt: Date | null
  readonly withdrawnAt: Date | null
}

export async function insertProduct(
  db: Db,
  villageId: string,
  product: Omit<Product, 'confirmedAt' | 'withdrawnAt'>,
): Promise<void> {
  await tables(db)
    .insertInto('market_product')
    .values({
      village_id: villageId,
      product_id: product.productId,
      name_zh: product.nameZh,
      name_en: product.nameEn,
      crop: product.crop,
      net_grams: product.netGrams,
      price_fen: product.priceFen,
      proposed_by: product.proposedBy,
      proposer_household_id: product.proposerHouseholdId,
      proposed_at: product.proposedAt,
    })
    .execute()
}

const productsOf = (db: Db, villageId: string) =>
  tables(db).selectFrom('market_product').selectAll().where('village_id', '=', villageId)

/** Those that wait for a second person, and those on sale. */
export async function selectProducts(db: Db, villageId: string): Promise<readonly Product[]> {
  const rows = await productsOf(db, villageId)
    .where('withdrawn_at', 'is', null)
    .orderBy('crop')
    .orderBy('net_grams')
    .orderBy('product_id')
    .execute()
  return rows.map(presented)
}

export async function selectProductsById(
  db: Db,
  villageId: string,
  productIds: readonly string[],
): Promise<ReadonlyMap<string, Product>> {
  if (productIds.length === 0) return new Map()
  const rows = await productsOf(db, villageId)
    .where('product_id', 'in', [...new Set(productIds)])
    .execute()
  return new Map(rows.map((row) => [row.product_id, presented(row)]))
}

/** Locked until the commit; null when there is none. */
export async function lockProduct(
  db: Db,
  villageId: string,
  productId: string,
): Promise<Product | null> {
  const row = await productsOf(db, villageId)
    .where('product_id', '=', productId)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : presented(row)
}

/** Whether the crop is on sale in this weight. Whoever asks so waits for whoever does. */
export async function isOffered(
  db: Db,
  villageId: string,
  { crop, netGrams }: Pick<Product, 'crop' | 'netGrams'>,
): Promise<boolean> {
  const key = `market product ${villageId} ${crop} ${netGrams}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(db)
  const row = await productsOf(db, villageId)
    .where('crop', '=', crop)
    .where('net_grams', '=', netGrams)
    .where('confirmed_at', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

export async function setConfirmed(
  db: Db,
  villageId: string,
  productId: string,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  await tables(db)
    .updateTable('market_product')
    .set({ confirmed_by: by, confirmed_at: at })
    .where('village_id', '=', villageId)
    .where('product_id', '=', productId)
    .execute()
}

export async function setWithdrawn(
  db: Db,
  villageId: string,
  productId: string,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  await tables(db)
    .updateTable('market_product')
    .set({ withdrawn_by: by, withdrawn_at: at })
    .where('village_id', '=', villageId)
    .where('product_id', '=', productId)
    .execute()
}

function presented(row: MarketTables['market_product']): Product {
  return {
    productId: row.product_id,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    crop: row.crop,
    netGrams: row.net_grams,
    priceFen: row.price_fen,
    proposedBy: row.proposed_by,
    proposerHouseholdId: row.proposer_household_id,
    proposedAt: row.proposed_at,
    confirmedAt: row.confirmed_at,
    withdrawnAt: row.withdrawn_at,
  }
}

import type { VotedResolution } from '@azalea/scoring'
import type { OfferUnit, OrderRule } from '@azalea/scoring/order'
import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { BenefitsTables } from '../tables.ts'

const tables = (db: Db) => db.withTables<BenefitsTables>()

export interface OrderRuleRow {
  readonly orderRuleId: string
  readonly nameZh: string
  readonly nameEn: string | null
  readonly rule: OrderRule
  /** In which its amount is meant; null where none is said. */
  readonly unit: OfferUnit | null
  /** SHA-256 of its bytes, hexadecimal. */
  readonly hash: string
  readonly state: 'draft' | 'adopted'
  readonly draftedBy: string
  readonly draftedAt: Date
  readonly adoptedAt: Date | null
  readonly resolution: VotedResolution | null
}

export async function insertOrderRule(
  db: Db,
  villageId: string,
  row: Omit<OrderRuleRow, 'state' | 'adoptedAt' | 'resolution'>,
): Promise<void> {
  await tables(db)
    .insertInto('order_rule')
    .values({
      village_id: villageId,
      order_rule_id: row.orderRuleId,
      name_zh: row.nameZh,
      name_en: row.nameEn,
      body: JSON.stringify(row.rule),
      unit: row.unit,
      body_hash: Buffer.from(row.hash, 'hex'),
      state: 'draft',
      drafted_by: row.draftedBy,
      drafted_at: row.draftedAt,
    })
    .execute()
}

/**
 * Which of these names another rule of the village has; null where both are free. They are given one
 * after another until the commit.
 */
export async function selectTakenName(
  db: Db,
  villageId: string,
  { nameZh, nameEn }: Pick<OrderRuleRow, 'nameZh' | 'nameEn'>,
): Promise<string | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`order rules ${villageId}`}, 0))`.execute(
    db,
  )
  const row = await ruleQuery(db, villageId)
    .where((eb) => eb.or([eb('name_zh', '=', nameZh), eb('name_en', '=', nameEn)]))
    .executeTakeFirst()
  if (row === undefined) return null
  return row.name_zh === nameZh ? nameZh : nameEn
}

/** Held until the commit, so that it is adopted once. */
export async function lockOrderRule(
  db: Db,
  villageId: string,
  orderRuleId: string,
): Promise<OrderRuleRow | null> {
  const row = await ruleQuery(db, villageId)
    .where('order_rule_id', '=', orderRuleId)
    .forUpdate()
    .executeTakeFirst()
  return row ? toRow(row) : null
}

export async function markRuleAdopted(
  db: Db,
  villageId: string,
  orderRuleId: string,
  how: { readonly by: string; readonly at: Date; readonly resolution: VotedResolution },
): Promise<void> {
  await tables(db)
    .updateTable('order_rule')
    .set({
      state: 'adopted',
      adopted_by: how.by,
      adopted_at: how.at,
      resolution: JSON.stringify(how.resolution),
    })
    .where('village_id', '=', villageId)
    .where('order_rule_id', '=', orderRuleId)
    .execute()
}

/** These rules, by id. */
export async function selectOrderRules(
  db: Db,
  villageId: string,
  ids: readonly string[],
): Promise<Map<string, OrderRuleRow>> {
  const rows = await ruleQuery(db, villageId)
    .where(sql<boolean>`order_rule_id = any(${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.order_rule_id, toRow(row)]))
}

/** The rule of an offer; null where there is no such offer. */
export async function selectRuleOfOffer(
  db: Db,
  villageId: string,
  offerId: string,
): Promise<OrderRuleRow | null> {
  const row = await ruleQuery(db, villageId)
    .where('order_rule_id', '=', (offer) =>
      offer
        .selectFrom('offer')
        .select('offer.order_rule_id')
        .where('offer.village_id', '=', villageId)
        .where('offer.offer_id', '=', offerId),
    )
    .executeTakeFirst()
  return row ? toRow(row) : null
}

/** The units of the offers that name each rule. */
export async function selectUnitsOfRules(
  db: Db,
  villageId: string,
): Promise<Map<string, OfferUnit[]>> {
  const rows = await tables(db)
    .selectFrom('offer')
    .select(['order_rule_id', 'unit'])
    .distinct()
    .where('village_id', '=', villageId)
    .orderBy('unit')
    .execute()
  const units = new Map<string, OfferUnit[]>()
  for (const { order_rule_id: id, unit } of rows) units.set(id, [...(units.get(id) ?? []), unit])
  return units
}

/** All of the village, newest first. */
export async function selectAllOrderRules(db: Db, villageId: string): Promise<OrderRuleRow[]> {
  const rows = await ruleQuery(db, villageId)
    .orderBy('drafted_at', 'desc')
    .orderBy('order_rule_id')
    .execute()
  return rows.map(toRow)
}

function ruleQuery(db: Db, villageId: string) {
  return tables(db).selectFrom('order_rule').selectAll().where('village_id', '=', villageId)
}

type Row = Awaited<ReturnType<ReturnType<typeof ruleQuery>['execute']>>[number]

function toRow(row: Row): OrderRuleRow {
  return {
    orderRuleId: row.order_rule_id,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    rule: row.body,
    unit: row.unit,
    hash: row.body_hash.toString('hex'),
    state: row.state,
    draftedBy: row.drafted_by,
    draftedAt: row.drafted_at,
    adoptedAt: row.adopted_at,
    resolution: row.resolution,
  }
}

import { RECALLED_DAYS } from '@azalea/produce-rules'
import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { HarvestLot } from './lot.store.ts'
import { selectHeldPlots } from '../inputs/index.ts'
import type { LotTables, Reach } from './tables.ts'

const tables = (db: Db) => db.withTables<LotTables>()

/** What a hold is about: an id, or the name of a product or substance. */
export interface Held {
  readonly reach: Reach
  readonly target: string
}

export interface Hold extends Held {
  readonly holdId: string
  readonly because: string
  readonly placedBy: string
  readonly placedAt: Date
  readonly liftBecause: string | null
  readonly proposedBy: string | null
  readonly proposerHouseholdId: string | null
  readonly proposedAt: Date | null
  readonly liftedBy: string | null
  readonly liftedAt: Date | null
}

/** Who packs or sells does so beside others; who places or lifts a hold is alone. */
export async function lockHolds(db: Db, villageId: string, how: 'alone' | 'shared'): Promise<void> {
  const key = sql`hashtextextended(${`holds of ${villageId}`}, 0)`
  await (
    how === 'alone'
      ? sql`select pg_advisory_xact_lock(${key})`
      : sql`select pg_advisory_xact_lock_shared(${key})`
  ).execute(db)
}

const columnOf = { pack: 'pack_id', lot: 'lot_id', plot: 'plot_id' } as const

export async function insertHold(
  db: Db,
  villageId: string,
  hold: Pick<Hold, 'holdId' | 'because' | 'placedBy' | 'placedAt'> & Held,
): Promise<void> {
  const { reach, target } = hold
  const column = reach === 'product' || reach === 'substance' ? 'named' : columnOf[reach]
  await tables(db)
    .insertInto('hold')
    .values({
      village_id: villageId,
      hold_id: hold.holdId,
      reach,
      because: hold.because,
      placed_by: hold.placedBy,
      placed_at: hold.placedAt,
      [column]: target,
    } as never)
    .execute()
}

/** Open ones, or the latest of all, the latest first. */
export async function selectHolds(
  db: Db,
  villageId: string,
  { isOpen, limit }: { readonly isOpen: boolean; readonly limit: number },
): Promise<readonly Hold[]> {
  const all = tables(db).selectFrom('hold').selectAll().where('village_id', '=', villageId)
  const rows = await (isOpen ? all.where('lifted_at', 'is', null) : all)
    .orderBy('placed_at', 'desc')
    .orderBy('hold_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(presented)
}

/** Locked until the commit; null when there is no such one. */
export async function lockHold(db: Db, villageId: string, holdId: string): Promise<Hold | null> {
  const row = await tables(db)
    .selectFrom('hold')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('hold_id', '=', holdId)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : presented(row)
}

export async function proposeLift(
  db: Db,
  villageId: string,
  holdId: string,
  lift: { because: string; by: string; householdId: string | null; at: Date },
): Promise<void> {
  await tables(db)
    .updateTable('hold')
    .set({
      lift_because: lift.because,
      proposed_by: lift.by,
      proposer_household_id: lift.householdId,
      proposed_at: lift.at,
    })
    .where('village_id', '=', villageId)
    .where('hold_id', '=', holdId)
    .execute()
}

export async function endHold(
  db: Db,
  villageId: string,
  holdId: string,
  ended: { by: string; at: Date },
): Promise<void> {
  await tables(db)
    .updateTable('hold')
    .set({ lifted_by: ended.by, lifted_at: ended.at })
    .where('village_id', '=', villageId)
    .where('hold_id', '=', holdId)
    .execute()
}

/** Since when a pack is recalled by its own number; null while it is not. */
export async function selectPackHeldSince(
  db: Db,
  villageId: string,
  packId: string,
): Promise<Date | null> {
  const row = await tables(db)
    .selectFrom('hold')
    .select('placed_at')
    .where('village_id', '=', villageId)
    .where('pack_id', '=', packId)
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
  return row?.placed_at ?? null
}

/** Why a lot is held: a failed residue test of its plot, or holds, by their ids. */
export interface WhyHeld {
  readonly byTest: boolean
  readonly holdIds: readonly string[]
}

/** Of these lots those that are held, and why; what is not here is free. */
export async function selectHeldLots(
  db: Db,
  villageId: string,
  lots: readonly HarvestLot[],
): Promise<ReadonlyMap<string, WhyHeld>> {
  if (lots.length === 0) return new Map()
  const plotIds = lots.map(({ plotId }) => plotId)
  const [failed, held] = await Promise.all([
    selectHeldPlots(db, villageId, plotIds),
    selectCoveredLots(
      db,
      villageId,
      lots.map(({ lotId }) => lotId),
    ),
  ])
  const answer = new Map<string, WhyHeld>()
  for (const { lotId, plotId } of lots) {
    const byTest = failed.has(plotId)
    const holdIds = held.get(lotId) ?? []
    if (byTest || holdIds.length > 0) answer.set(lotId, { byTest, holdIds })
  }
  return answer
}

/** The open holds that cover each of these lots. */
async function selectCoveredLots(
  db: Db,
  villageId: string,
  lotIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ lot_id: string; hold_id: string }>`
    select lot.lot_id, hold.hold_id
    from hold
    join harvest_lot lot on lot.village_id = hold.village_id
    where hold.village_id = ${villageId} and hold.lifted_at is null
      and lot.lot_id = any(${[...lotIds]}::uuid[])
      and (hold.lot_id = lot.lot_id or hold.plot_id = lot.plot_id or exists (
        select from application applied
        where applied.village_id = lot.village_id and applied.plot_id = lot.plot_id
          and hold.named is not null
          and ((hold.reach = 'product' and applied.registration_number = hold.named)
            or (hold.reach = 'substance' and applied.substances @> array[hold.named]))
          and (applied.applied_at at time zone 'Asia/Shanghai')::date
            between lot.harvested_on - ${RECALLED_DAYS}::int and lot.harvested_on))
    order by hold.placed_at, hold.hold_id`.execute(db)
  const held = new Map<string, string[]>()
  for (const row of rows) held.set(row.lot_id, [...(held.get(row.lot_id) ?? []), row.hold_id])
  return held
}

function presented(row: LotTables['hold']): Hold {
  return {
    holdId: row.hold_id,
    reach: row.reach,
    target: row.pack_id ?? row.lot_id ?? row.plot_id ?? row.named ?? '',
    because: row.because,
    placedBy: row.placed_by,
    placedAt: row.placed_at,
    liftBecause: row.lift_because,
    proposedBy: row.proposed_by,
    proposerHouseholdId: row.proposer_household_id,
    proposedAt: row.proposed_at,
    liftedBy: row.lifted_by,
    liftedAt: row.lifted_at,
  }
}

import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/database.ts'
import type { ShopTables, StockMoveState, StockReason } from '../tables.ts'

const tables = (db: Db) => db.withTables<ShopTables>()

/** What a count found other than the stock account says. */
export interface StockMove {
  readonly moveId: string
  readonly lotId: string
  /** Below zero: so many are missing. */
  readonly quantity: number
  readonly why: StockReason
  readonly words: string | null
  readonly proposedBy: string
  readonly proposedAt: Date
  readonly state: StockMoveState
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
}

export async function insertStockMove(
  db: Db,
  villageId: string,
  move: Pick<
    StockMove,
    'moveId' | 'lotId' | 'quantity' | 'why' | 'words' | 'proposedBy' | 'proposedAt'
  >,
): Promise<void> {
  await tables(db)
    .insertInto('stock_move')
    .values({
      village_id: villageId,
      move_id: move.moveId,
      lot_id: move.lotId,
      quantity: move.quantity,
      why: move.why,
      words: move.words,
      proposed_by: move.proposedBy,
      proposed_at: move.proposedAt,
      state: 'proposed',
    })
    .execute()
}

export async function lockStockMove(
  db: Db,
  villageId: string,
  moveId: string,
): Promise<StockMove | null> {
  const row = await moveQuery(db, villageId)
    .where('move_id', '=', moveId)
    .forUpdate()
    .executeTakeFirst()
  return row ? toMove(row) : null
}

export async function selectOpenMoveOf(
  db: Db,
  villageId: string,
  lotId: string,
): Promise<StockMove | null> {
  const row = await moveQuery(db, villageId)
    .where('lot_id', '=', lotId)
    .where('state', '=', 'proposed')
    .executeTakeFirst()
  return row ? toMove(row) : null
}

/** The newest first. */
export async function selectStockMoves(
  db: Db,
  villageId: string,
  limit: number,
): Promise<StockMove[]> {
  const rows = await moveQuery(db, villageId)
    .orderBy(sql`state = 'proposed'`, 'desc')
    .orderBy('proposed_at', 'desc')
    .orderBy('move_id')
    .limit(limit)
    .execute()
  return rows.map(toMove)
}

export async function decideStockMove(
  db: Db,
  villageId: string,
  moveId: string,
  decided: { readonly state: 'signed' | 'refused'; readonly by: string; readonly at: Date },
): Promise<void> {
  await tables(db)
    .updateTable('stock_move')
    .set({ state: decided.state, decided_by: decided.by, decided_at: decided.at })
    .where('village_id', '=', villageId)
    .where('move_id', '=', moveId)
    .execute()
}

/** Takes out what an erased person wrote. */
export async function clearWordsOf(db: Db, villageId: string, personId: string): Promise<void> {
  await tables(db)
    .updateTable('stock_move')
    .set({ words: null })
    .where('village_id', '=', villageId)
    .where('proposed_by', '=', personId)
    .execute()
}

function moveQuery(db: Db, villageId: string) {
  return tables(db).selectFrom('stock_move').selectAll().where('village_id', '=', villageId)
}

function toMove(row: ShopTables['stock_move']): StockMove {
  return {
    moveId: row.move_id,
    lotId: row.lot_id,
    quantity: row.quantity,
    why: row.why,
    words: row.words,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    state: row.state,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
  }
}

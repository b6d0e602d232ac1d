import type { WalletPolicy } from '@azalea/scoring'
import { sql, type Selectable } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { ScoringTables } from '../ground/tables.ts'
import type { ClosingState, WalletTables } from './tables.ts'

const tables = (db: Db) => db.withTables<WalletTables>()

/** The end of the wallets' year, as it was announced. */
export interface Closing {
  readonly closingId: string
  readonly dueOn: string
  readonly closesOn: string
  readonly sheetHash: string
  readonly policy: WalletPolicy
  readonly state: ClosingState
  readonly announcedAt: Date
  readonly toldThrough: string | null
  readonly isTold: boolean
  readonly closedThrough: string | null
  /** Done, or called off. */
  readonly endedAt: Date | null
}

/** The closing that is announced and not done; locked where it is to be changed. */
export async function selectAhead(
  db: Db,
  villageId: string,
  { isLocked }: { readonly isLocked: boolean },
): Promise<Closing | null> {
  const query = tables(db)
    .selectFrom('wallet_closing')
    .selectAll()
    .where('village_id', '=', villageId)
    .where('state', '=', 'announced')
    .orderBy('closes_on')
    .limit(1)
  const row = await (isLocked ? query.forUpdate() : query).executeTakeFirst()
  return row === undefined ? null : toClosing(row)
}

/** Every yearly close that was announced, the newest first. */
export async function selectClosings(db: Db, villageId: string): Promise<Closing[]> {
  const rows = await tables(db)
    .selectFrom('wallet_closing')
    .selectAll()
    .where('village_id', '=', villageId)
    .orderBy('announced_at', 'desc')
    .orderBy('closing_id')
    .execute()
  return rows.map(toClosing)
}

type ClosingRow = Selectable<WalletTables['wallet_closing']>

function toClosing(row: ClosingRow): Closing {
  return {
    closingId: row.closing_id,
    dueOn: row.due_on,
    closesOn: row.closes_on,
    sheetHash: row.sheet_hash,
    policy: row.policy,
    state: row.state,
    announcedAt: row.announced_at,
    toldThrough: row.told_through,
    isTold: row.is_told,
    closedThrough: row.closed_through,
    endedAt: row.ended_at,
  }
}

/** Whether the yearly close of that day was announced, and not called off. */
export async function hasClosingDue(db: Db, villageId: string, dueOn: string): Promise<boolean> {
  const row = await tables(db)
    .selectFrom('wallet_closing')
    .select('closing_id')
    .where('village_id', '=', villageId)
    .where('due_on', '=', dueOn)
    .where('state', '<>', 'called_off')
    .executeTakeFirst()
  return row !== undefined
}

/** False when another server has announced it meanwhile. */
export async function insertClosing(
  db: Db,
  villageId: string,
  closing: Omit<Closing, 'state' | 'toldThrough' | 'isTold' | 'closedThrough' | 'endedAt'>,
): Promise<boolean> {
  const result = await tables(db)
    .insertInto('wallet_closing')
    .values({
      village_id: villageId,
      closing_id: closing.closingId,
      due_on: closing.dueOn,
      closes_on: closing.closesOn,
      sheet_hash: closing.sheetHash,
      policy: JSON.stringify(closing.policy),
      state: 'announced',
      announced_at: closing.announcedAt,
      is_told: false,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function changeClosing(
  db: Db,
  villageId: string,
  closingId: string,
  changed: {
    readonly state?: ClosingState
    readonly told_through?: string
    readonly is_told?: boolean
    readonly closed_through?: string
    readonly ended_at?: Date
  },
): Promise<void> {
  await tables(db)
    .updateTable('wallet_closing')
    .set(changed)
    .where('village_id', '=', villageId)
    .where('closing_id', '=', closingId)
    .execute()
}

/** One wallet's closing. */
export interface ClosedWallet {
  readonly closingId: string
  readonly householdId: string
  readonly baseHundredths: number
  readonly droppedHundredths: number
  readonly takenHundredths: number
  readonly lateHundredths: number
}

export async function insertClosed(
  db: Db,
  villageId: string,
  closedAt: Date,
  wallets: readonly ClosedWallet[],
): Promise<void> {
  await tables(db)
    .insertInto('wallet_closed')
    .values(
      wallets.map((wallet) => ({
        village_id: villageId,
        closing_id: wallet.closingId,
        household_id: wallet.householdId,
        base_hundredths: wallet.baseHundredths,
        dropped_hundredths: wallet.droppedHundredths,
        taken_hundredths: wallet.takenHundredths,
        late_hundredths: wallet.lateHundredths,
        closed_at: closedAt,
      })),
    )
    .execute()
}

/** The last closing of a household's wallet after an instant, with its policy. */
export async function selectClosedSince(
  db: Db,
  villageId: string,
  householdId: string,
  since: Date,
) {
  const row = await tables(db)
    .selectFrom('wallet_closed')
    .innerJoin('wallet_closing', (join) =>
      join
        .onRef('wallet_closing.village_id', '=', 'wallet_closed.village_id')
        .onRef('wallet_closing.closing_id', '=', 'wallet_closed.closing_id'),
    )
    .select([
      'wallet_closed.closing_id',
      'base_hundredths',
      'late_hundredths',
      'taken_hundredths',
      'closed_at',
      'policy',
    ])
    .where('wallet_closed.village_id', '=', villageId)
    .where('household_id', '=', householdId)
    .where('closed_at', '>', since)
    .orderBy('closed_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined
    ? null
    : {
        closingId: row.closing_id,
        baseHundredths: row.base_hundredths,
        lateHundredths: row.late_hundredths,
        takenHundredths: row.taken_hundredths,
        closedAt: row.closed_at,
        policy: row.policy,
      }
}

/** What a yearly close took of each wallet. */
export async function selectClosed(
  db: Db,
  villageId: string,
  closingId: string,
): Promise<Omit<ClosedWallet, 'closingId'>[]> {
  const rows = await tables(db)
    .selectFrom('wallet_closed')
    .select([
      'household_id',
      'base_hundredths',
      'dropped_hundredths',
      'taken_hundredths',
      'late_hundredths',
    ])
    .where('village_id', '=', villageId)
    .where('closing_id', '=', closingId)
    .execute()
  return rows.map((row) => ({
    householdId: row.household_id,
    baseHundredths: row.base_hundredths,
    droppedHundredths: row.dropped_hundredths,
    takenHundredths: row.taken_hundredths,
    lateHundredths: row.late_hundredths,
  }))
}

/** What came back later to a wallet that was closed. */
export async function changeClosed(
  db: Db,
  villageId: string,
  { closingId, householdId }: { readonly closingId: string; readonly householdId: string },
  changed: {
    readonly base_hundredths: number
    readonly late_hundredths: number
    readonly taken_hundredths: number
  },
): Promise<void> {
  await tables(db)
    .updateTable('wallet_closed')
    .set(changed)
    .where('village_id', '=', villageId)
    .where('closing_id', '=', closingId)
    .where('household_id', '=', householdId)
    .execute()
}

/** What all wallets of a closing came to. */
export async function sumClosed(
  db: Db,
  villageId: string,
  closingId: string,
): Promise<{ households: number; droppedHundredths: number }> {
  const row = await tables(db)
    .selectFrom('wallet_closed')
    .select([
      sql<number>`count(*)::bigint`.as('households'),
      sql<number>`coalesce(sum(dropped_hundredths), 0)::bigint`.as('dropped'),
    ])
    .where('village_id', '=', villageId)
    .where('closing_id', '=', closingId)
    .executeTakeFirstOrThrow()
  return { households: row.households, droppedHundredths: row.dropped }
}

/** What the log tells each household's wallet to have lost by closings before an instant. */
export async function readDropped(
  db: Db,
  villageId: string,
  before: Date,
): Promise<Map<string, number>> {
  const rows = await tables(db)
    .selectFrom('wallet_closed')
    .select(['household_id', sql<number>`sum(dropped_hundredths)::bigint`.as('dropped')])
    .where('village_id', '=', villageId)
    .where('closed_at', '<', before)
    .groupBy('household_id')
    .execute()
  return new Map(rows.map((row) => [row.household_id, row.dropped]))
}

/** Points in these households' wallets that the log does not hold yet. */
export async function sumUncounted(
  db: Db,
  villageId: string,
  householdIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db
    .withTables<ScoringTables>()
    .selectFrom('award')
    .select(['household_id', sql<number>`sum(points_hundredths)::bigint`.as('points')])
    .where('village_id', '=', villageId)
    .where('record_id', 'is', null)
    .where(sql<boolean>`household_id = any(${[...householdIds]}::uuid[])`)
    .groupBy('household_id')
    .execute()
  return new Map(rows.map((row) => [row.household_id, row.points]))
}

/** Closings of wallets that the ledger did not take as they say. */
export async function selectUnevenClosed(
  db: Db,
  villageId: string,
): Promise<{ householdId: string; said: number; taken: number }[]> {
  const { rows } = await sql<{ householdId: string; said: number; taken: number }>`
    WITH said AS (
      SELECT household_id, sum(taken_hundredths)::bigint AS points FROM wallet_closed
      WHERE village_id = ${villageId} GROUP BY household_id
    ), taken AS (
      SELECT split_part(entry.account_id, '/', 3)::uuid AS household_id,
        sum(-entry.amount)::bigint AS points
      FROM transfer JOIN entry ON entry.village_id = transfer.village_id
        AND entry.transfer_id = transfer.transfer_id
      WHERE transfer.village_id = ${villageId} AND transfer.cause_kind = 'close'
        AND starts_with(entry.account_id, 'wallet/household/')
      GROUP BY entry.account_id
    )
    SELECT household_id AS "householdId", coalesce(said.points, 0) AS said,
      coalesce(taken.points, 0) AS taken
    FROM said FULL JOIN taken USING (household_id)
    WHERE coalesce(said.points, 0) <> coalesce(taken.points, 0)
  `.execute(db)
  return rows
}

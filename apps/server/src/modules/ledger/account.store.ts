import { civilDay } from '@azalea/text'
import { sql } from 'kysely'
import type { Db } from '../../platform/database/database.ts'
import { accountOfRow, householdOf, rowIdOf, sellerOf, type PointsUnit } from './account-kinds.ts'
import type { LedgerTables } from './tables.ts'

const tables = (db: Db) => db.withTables<LedgerTables>()
const SELLER_ROW = rowIdOf(sellerOf(''), null)
const householdRow = (unit: PointsUnit, householdId: string) =>
  rowIdOf(householdOf(unit, householdId), null)

/** The cause with which points come to a seller. */
export const SPENT = 'spend'

export interface HouseholdBalances {
  readonly honourHundredths: number
  /** Below zero when points were taken back that had been spent. */
  readonly walletHundredths: number
}

/** Both balances of a household; zero where nothing was ever posted. */
export async function readBalances(
  db: Db,
  villageId: string,
  householdId: string,
): Promise<HouseholdBalances> {
  const rows = await tables(db)
    .selectFrom('ledger_account')
    .select(['unit', 'balance'])
    .where('village_id', '=', villageId)
    .where(
      sql<boolean>`account_id = any(${(['honour', 'wallet'] as const).map((unit) => householdRow(unit, householdId))})`,
    )
    .execute()
  const balanceOf = (unit: PointsUnit) => rows.find((row) => row.unit === unit)?.balance ?? 0
  return { honourHundredths: balanceOf('honour'), walletHundredths: balanceOf('wallet') }
}

/** The honour of every household that was ever posted to, by household id. */
export async function readHonour(db: Db, villageId: string): Promise<Map<string, number>> {
  const rows = await tables(db)
    .selectFrom('ledger_account')
    .select(['owner_id', 'balance'])
    .where('village_id', '=', villageId)
    .where('unit', '=', 'honour')
    .where('owner_kind', '=', 'household')
    .execute()
  return new Map(rows.map((row) => [row.owner_id, row.balance]))
}

export interface HonourPosting {
  readonly householdId: string
  readonly personId: string | null
  readonly pointsHundredths: number
  /** The civil day of the posting. */
  readonly postedOn: string
}

/** Every posting to the honour of these households, in the order of posting. */
export async function readHonourPostings(
  db: Db,
  villageId: string,
  householdIds: readonly string[],
): Promise<HonourPosting[]> {
  if (householdIds.length === 0) return []
  const accountIds = householdIds.map((householdId) => householdRow('honour', householdId))
  const rows = await tables(db)
    .selectFrom('entry')
    .innerJoin('transfer', (join) =>
      join
        .onRef('transfer.village_id', '=', 'entry.village_id')
        .onRef('transfer.transfer_id', '=', 'entry.transfer_id'),
    )
    .select(['entry.account_id', 'entry.earner_id', 'entry.amount', 'posted_at'])
    .where('entry.village_id', '=', villageId)
    .where(sql<boolean>`entry.account_id = any(${accountIds})`)
    .orderBy('entry.transfer_id')
    .execute()
  return rows.map((row) => ({
    householdId: row.account_id.slice(householdRow('honour', '').length),
    personId: row.earner_id,
    pointsHundredths: row.amount,
    postedOn: civilDay(row.posted_at),
  }))
}

export interface AccountEntry {
  readonly transferId: string
  readonly line: number
  readonly postedAt: Date
  readonly unit: PointsUnit
  readonly amountHundredths: number
  readonly causeKind: string
  readonly causeId: string
  /** To whom points were paid at once, or who gave them back; null: nobody who sells. */
  readonly sellerId: string | null
}

export interface EntryPage {
  readonly units: readonly PointsUnit[]
  /** The last entry of the page before. */
  readonly after: { readonly transferId: string; readonly line: number } | null
  readonly limit: number
}

/** A household's entries, newest first. */
export async function readEntries(
  db: Db,
  villageId: string,
  householdId: string,
  page: EntryPage,
): Promise<AccountEntry[]> {
  const accountIds = page.units.map((unit) => householdRow(unit, householdId))
  let query = tables(db)
    .selectFrom('entry')
    .innerJoin('transfer', (join) =>
      join
        .onRef('transfer.village_id', '=', 'entry.village_id')
        .onRef('transfer.transfer_id', '=', 'entry.transfer_id'),
    )
    .select([
      'entry.transfer_id',
      'entry.line',
      'entry.unit',
      'entry.amount',
      'transfer.posted_at',
      'transfer.cause_kind',
      'transfer.cause_id',
    ])
    .select((entry) => [
      entry
        .selectFrom('entry as other')
        .select('other.account_id')
        .whereRef('other.village_id', '=', 'entry.village_id')
        .whereRef('other.transfer_id', '=', 'entry.transfer_id')
        .where(sql<boolean>`starts_with(other.account_id, ${SELLER_ROW})`)
        .limit(1)
        .as('seller'),
    ])
    .where('entry.village_id', '=', villageId)
    .where(sql<boolean>`entry.account_id = any(${accountIds})`)
  if (page.after !== null)
    query = query.where(
      sql<boolean>`(entry.transfer_id, entry.line) < (${page.after.transferId}::uuid, ${page.after.line}::int)`,
    )
  const rows = await query
    .orderBy('entry.transfer_id', 'desc')
    .orderBy('entry.line', 'desc')
    .limit(page.limit)
    .execute()
  return rows.map((row) => ({
    transferId: row.transfer_id,
    line: row.line,
    postedAt: row.posted_at,
    unit: row.unit === 'honour' ? 'honour' : 'wallet',
    amountHundredths: row.amount,
    causeKind: row.cause_kind,
    causeId: row.cause_id,
    sellerId: row.seller === null ? null : accountOfRow(row.seller).ownerId,
  }))
}

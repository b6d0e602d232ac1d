import { sql } from 'kysely'
import type { Db } from '../../../platform/database/database.ts'
import type { Payee } from '../money-accounts.ts'
import type { MoneyTables } from '../tables.ts'
import type { BudgetResolution } from './require-resolution.ts'

const tables = (db: Db) => db.withTables<MoneyTables>()

export interface Budget {
  readonly budgetId: string
  readonly nameZh: string
  readonly nameEn: string | null
  readonly resolution: BudgetResolution
  readonly mostFen: number
  readonly openedBy: string
  readonly openedAt: Date
  readonly closedAt: Date | null
}

export async function insertBudget(
  db: Db,
  villageId: string,
  budget: Omit<Budget, 'closedAt'>,
): Promise<void> {
  await tables(db)
    .insertInto('budget')
    .values({
      village_id: villageId,
      budget_id: budget.budgetId,
      name_zh: budget.nameZh,
      name_en: budget.nameEn,
      resolution: JSON.stringify(budget.resolution),
      most_fen: budget.mostFen,
      opened_by: budget.openedBy,
      opened_at: budget.openedAt,
    })
    .execute()
}

export async function selectBudget(
  db: Db,
  villageId: string,
  budgetId: string,
): Promise<Budget | null> {
  const row = await budgetQuery(db, villageId).where('budget_id', '=', budgetId).executeTakeFirst()
  return row ? toBudget(row) : null
}

/** Held until the commit, so that it is closed once. */
export async function lockBudget(
  db: Db,
  villageId: string,
  budgetId: string,
): Promise<Budget | null> {
  const row = await budgetQuery(db, villageId)
    .where('budget_id', '=', budgetId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row ? toBudget(row) : null
}

/** All of the village, newest first. */
export async function selectBudgets(db: Db, villageId: string): Promise<Budget[]> {
  const rows = await budgetQuery(db, villageId)
    .orderBy('opened_at', 'desc')
    .orderBy('budget_id')
    .execute()
  return rows.map(toBudget)
}

export async function markBudgetClosed(
  db: Db,
  villageId: string,
  budgetId: string,
  how: { readonly by: string; readonly at: Date },
): Promise<void> {
  await tables(db)
    .updateTable('budget')
    .set({ closed_by: how.by, closed_at: how.at })
    .where('village_id', '=', villageId)
    .where('budget_id', '=', budgetId)
    .execute()
}

export interface BudgetUse {
  readonly heldFen: number
  readonly spentFen: number
}

/** What is set aside and spent of each budget; absent where nothing ever was. */
export async function sumUse(db: Db, villageId: string): Promise<Map<string, BudgetUse>> {
  const { rows } = await sql<{ budget_id: string; held: number; spent: number }>`
    SELECT budget_id, sum(held)::bigint AS held, sum(spent)::bigint AS spent FROM (
      SELECT budget_id, held_fen AS held, 0 AS spent FROM budget_reservation
      WHERE village_id = ${villageId}
      UNION ALL
      SELECT budget_id, 0, amount_fen FROM budget_spending WHERE village_id = ${villageId}
    ) AS used GROUP BY budget_id
  `.execute(db)
  return new Map(
    rows.map((row) => [row.budget_id, { heldFen: row.held, spentFen: row.spent }] as const),
  )
}

export async function insertReservation(
  db: Db,
  villageId: string,
  row: {
    readonly reservationId: string
    readonly budgetId: string
    readonly heldFen: number
    readonly reservedAt: Date
  },
): Promise<void> {
  await tables(db)
    .insertInto('budget_reservation')
    .values({
      village_id: villageId,
      reservation_id: row.reservationId,
      budget_id: row.budgetId,
      held_fen: row.heldFen,
      reserved_at: row.reservedAt,
    })
    .execute()
}

/** Held until the commit; null when it never was. */
export async function lockReservation(
  db: Db,
  villageId: string,
  reservationId: string,
): Promise<{ readonly budgetId: string; readonly heldFen: number } | null> {
  const row = await tables(db)
    .selectFrom('budget_reservation')
    .select(['budget_id', 'held_fen'])
    .where('village_id', '=', villageId)
    .where('reservation_id', '=', reservationId)
    .forUpdate()
    .executeTakeFirst()
  return row ? { budgetId: row.budget_id, heldFen: row.held_fen } : null
}

export async function setHeld(
  db: Db,
  villageId: string,
  reservationId: string,
  heldFen: number,
): Promise<void> {
  await tables(db)
    .updateTable('budget_reservation')
    .set({ held_fen: heldFen })
    .where('village_id', '=', villageId)
    .where('reservation_id', '=', reservationId)
    .execute()
}

export interface SpendingRow {
  readonly spendingId: string
  readonly budgetId: string
  readonly amountFen: number
  readonly payee: Payee | { readonly kind: 'payments'; readonly id: string }
  readonly returnsSpendingId: string | null
  readonly spentAt: Date
}

export async function insertSpending(db: Db, villageId: string, row: SpendingRow): Promise<void> {
  await tables(db)
    .insertInto('budget_spending')
    .values({
      village_id: villageId,
      spending_id: row.spendingId,
      budget_id: row.budgetId,
      amount_fen: row.amountFen,
      payee_kind: row.payee.kind,
      payee_id: row.payee.id,
      returns_spending_id: row.returnsSpendingId,
      spent_at: row.spentAt,
    })
    .execute()
}

/** A spending and whether it has come back. */
export async function selectSpending(
  db: Db,
  villageId: string,
  spendingId: string,
): Promise<(SpendingRow & { readonly isReturned: boolean }) | null> {
  const row = await tables(db)
    .selectFrom('budget_spending')
    .selectAll()
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('budget_spending as back')
            .select('back.spending_id')
            .where('back.village_id', '=', villageId)
            .where('back.returns_spending_id', '=', spendingId),
        )
        .as('is_returned'),
    )
    .where('village_id', '=', villageId)
    .where('spending_id', '=', spendingId)
    .executeTakeFirst()
  if (!row) return null
  return {
    spendingId: row.spending_id,
    budgetId: row.budget_id,
    amountFen: row.amount_fen,
    payee: { kind: row.payee_kind, id: row.payee_id } as SpendingRow['payee'],
    returnsSpendingId: row.returns_spending_id,
    spentAt: row.spent_at,
    isReturned: Boolean(row.is_returned),
  }
}

function budgetQuery(db: Db, villageId: string) {
  return tables(db).selectFrom('budget').selectAll().where('village_id', '=', villageId)
}

type Row = Awaited<ReturnType<ReturnType<typeof budgetQuery>['execute']>>[number]

function toBudget(row: Row): Budget {
  return {
    budgetId: row.budget_id,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    resolution: row.resolution,
    mostFen: row.most_fen,
    openedBy: row.opened_by,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
  }
}

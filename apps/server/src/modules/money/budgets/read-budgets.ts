import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { inLanguage, type Language } from '../../../platform/http/language.ts'
import type { Readers } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { selectBudgets, sumUse, type Budget, type BudgetUse } from './budget.store.ts'

export interface BudgetState extends Budget {
  readonly heldFen: number
  readonly spentFen: number
  /** What may still be spent or set aside; nothing of a closed budget. */
  readonly leftFen: number
}

/** Every budget of a village with what is left of it, newest first. */
export async function readBudgetStates(db: Db, villageId: string): Promise<BudgetState[]> {
  const budgets = await selectBudgets(db, villageId)
  const used = await sumUse(db, villageId)
  return budgets.map((budget) => stateOf(budget, used.get(budget.budgetId)))
}

/**
 * So much is left of a budget now; whoever spends it later asks again.
 * @throws Refusal 'unknown_budget', 'budget_closed', 'budget_exceeded'
 */
export async function requireLeft(
  { db, villageId }: { readonly db: Db; readonly villageId: string },
  budgetId: string,
  amountFen: number,
): Promise<void> {
  const budgets = await readBudgetStates(db, villageId)
  const budget = budgets.find((one) => one.budgetId === budgetId)
  if (budget === undefined) throw refuse('unknown_budget')
  if (budget.closedAt !== null) throw refuse('budget_closed')
  if (budget.leftFen < amountFen) throw refuse('budget_exceeded')
}

function stateOf(budget: Budget, used: BudgetUse | undefined): BudgetState {
  const { heldFen, spentFen } = used ?? { heldFen: 0, spentFen: 0 }
  const leftFen = budget.closedAt === null ? budget.mostFen - heldFen - spentFen : 0
  return { ...budget, heldFen, spentFen, leftFen }
}

/** Every budget, for who lives here: what was voted, what was spent. */
export async function readBudgets({ database }: Readers, { villageId }: Actor, language: Language) {
  const budgets = await database.inVillage(villageId, (db) => readBudgetStates(db, villageId))
  return {
    items: budgets.map((budget) => ({
      budgetId: budget.budgetId,
      name: inLanguage(language, budget.nameZh, budget.nameEn),
      resolution: budget.resolution,
      mostFen: budget.mostFen,
      heldFen: budget.heldFen,
      spentFen: budget.spentFen,
      leftFen: budget.leftFen,
      openedAt: budget.openedAt.toISOString(),
      closedAt: budget.closedAt?.toISOString() ?? null,
    })),
  }
}

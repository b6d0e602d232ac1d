import { budgetClosed } from '@azalea/records'
import type { Actor } from '../../../platform/actor.ts'
import { readBalance, transfer } from '../../ledger/index.ts'
import { budgetAccount, outside } from '../money-accounts.ts'
import type { Commands } from '../parts.ts'
import { insteadOfTooLow, refuse } from '../refusals.ts'
import { lockBudget, markBudgetClosed, sumUse } from './budget.store.ts'

/**
 * Closes a budget: what is left of it goes back, and nothing more is spent from it.
 * @throws Refusal 'unknown_budget', 'budget_closed', 'budget_held', 'budget_in_use'
 */
export async function closeBudget(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  { budgetId }: { readonly budgetId: string },
): Promise<{ readonly spentFen: number }> {
  return act({ name: 'close-budget', actor, key, input: { budgetId } }, async (tx) => {
    const budget = await lockBudget(tx.db, tx.villageId, budgetId)
    if (budget === null) throw refuse('unknown_budget')
    if (budget.closedAt !== null) throw refuse('budget_closed')
    const account = budgetAccount(budgetId)
    const left = await readBalance(tx.db, tx.villageId, account)
    // Takes all parts: whoever spends at this moment has spent before, or finds nothing.
    if (left > 0)
      await insteadOfTooLow(
        transfer(tx, { kind: 'budget-closing', id: budgetId, mayLeaveDebt: false }, [
          { account, amount: -left },
          { account: outside('bank'), amount: left },
        ]),
        'budget_in_use',
      )
    const used = (await sumUse(tx.db, tx.villageId)).get(budgetId)
    if (used !== undefined && used.heldFen > 0) throw refuse('budget_held')
    const spentFen = used?.spentFen ?? 0
    await markBudgetClosed(tx.db, tx.villageId, budgetId, { by: actor.personId, at: tx.now })
    const name = (await secrets.of(tx.db, tx.villageId)).pseudonym('budget', budgetId)
    tx.append(
      budgetClosed({
        public: { budget: name, spentFen },
        parts: [{ personId: actor.personId, payload: { budgetId, closedBy: actor.personId } }],
      }),
    )
    return { spentFen }
  })
}

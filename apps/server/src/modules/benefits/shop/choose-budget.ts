import { shopBudgetChosen } from '@azalea/records'
import type { Actor } from '../../../platform/actor.ts'
import { readBudgetStates } from '../../money/index.ts'
import type { Commands } from '../parts.ts'
import { refuse } from './refusals.ts'
import { saveShopBudget } from './shop.store.ts'

/**
 * Chooses the budget from which the village pays what its shop hands over from now on.
 * @throws Refusal 'no_such_budget', 'budget_ended'
 */
export async function chooseBudget(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  input: { readonly budgetId: string },
): Promise<Record<string, never>> {
  const { budgetId } = input
  return act({ name: 'choose-budget', actor, key, input: { budgetId } }, async (tx) => {
    const { db, villageId } = tx
    const budgets = await readBudgetStates(db, villageId)
    const budget = budgets.find((one) => one.budgetId === budgetId)
    if (budget === undefined) throw refuse('no_such_budget')
    if (budget.closedAt !== null) throw refuse('budget_ended')
    const chosenBy = actor.personId
    await saveShopBudget(db, villageId, { budgetId, chosenBy, chosenAt: tx.now })
    const name = (await secrets.of(db, villageId)).pseudonym('budget', budgetId)
    const parts = [{ personId: chosenBy, payload: { budgetId, chosenBy } }]
    tx.append(shopBudgetChosen({ public: { budget: name }, parts }))
    return {}
  })
}

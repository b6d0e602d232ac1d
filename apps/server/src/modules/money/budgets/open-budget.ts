import { budgetOpened } from '@azalea/records'
import { civilDay } from '@azalea/text'
import type { Actor } from '../../../platform/actor.ts'
import { openAccount, transfer } from '../../ledger/index.ts'
import { budgetAccount, outside, villageCompany } from '../money-accounts.ts'
import type { Commands } from '../parts.ts'
import { insertBudget } from './budget.store.ts'
import { requireResolution, type BudgetResolution } from './require-resolution.ts'
import { openPayee } from './use-budget.ts'

export interface OpenBudgetInput {
  readonly nameZh: string
  readonly nameEn: string | null
  readonly mostFen: number
  readonly resolution: BudgetResolution
}

/**
 * Enters that a vote of the village allows at most so much for something.
 * @throws Refusal 'budget_without_resolution'
 */
export async function openBudget(
  { act, secrets }: Commands,
  actor: Actor,
  key: string,
  { nameZh, nameEn, mostFen, resolution }: OpenBudgetInput,
): Promise<{ readonly budgetId: string }> {
  const input = { nameZh, nameEn, mostFen, resolution: { ...resolution } }
  return act({ name: 'open-budget', actor, key, input }, async (tx) => {
    requireResolution(resolution, civilDay(tx.now))
    const budgetId = tx.newId()
    const opened = { openedBy: actor.personId, openedAt: tx.now }
    await insertBudget(tx.db, tx.villageId, {
      budgetId,
      nameZh,
      nameEn,
      resolution,
      mostFen,
      ...opened,
    })
    openPayee(tx, villageCompany)
    openAccount(tx, budgetAccount(budgetId))
    await transfer(tx, { kind: 'budget', id: budgetId, mayLeaveDebt: false }, [
      { account: budgetAccount(budgetId), amount: mostFen, isSpread: true },
      { account: outside('bank'), amount: -mostFen },
    ])
    const budget = (await secrets.of(tx.db, tx.villageId)).pseudonym('budget', budgetId)
    const { number, what, ...vote } = resolution
    tx.append(
      budgetOpened({
        public: { budget, mostFen, resolution: vote },
        parts: [
          {
            personId: actor.personId,
            payload: { budgetId, openedBy: actor.personId, name: nameZh, number, what },
          },
        ],
      }),
    )
    return { budgetId }
  })
}

import type { Module } from '../../platform/module.ts'
import { registerBudgetRoutes } from './budgets/budget.routes.ts'
import { checkBudgets } from './budgets/check-budgets.ts'
import { moneyDuties } from './duties.ts'
import type { MoneyParts } from './parts.ts'

export const moneyModule: Module<MoneyParts> = {
  name: 'money',
  routes: registerBudgetRoutes,
  checks: [checkBudgets],
  duties: [moneyDuties],
}

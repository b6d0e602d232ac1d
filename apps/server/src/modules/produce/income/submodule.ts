import type { Module } from '../../../platform/module.ts'
import { registerIncomeRoutes } from './income.routes.ts'
import type { IncomeReaders } from './parts.ts'
import { readIncomeSheet } from './read-income.ts'

export const incomeSubmodule: Module<IncomeReaders> = {
  name: 'income',
  routes: registerIncomeRoutes,
  paper: [{ householdIncome: readIncomeSheet }],
}

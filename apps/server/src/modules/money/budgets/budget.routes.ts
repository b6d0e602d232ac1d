import type { FastifyInstance } from 'fastify'
import { command, query } from '../../../platform/http/route.ts'
import type { MoneyParts } from '../parts.ts'
import { budgeters } from '../policy.ts'
import {
  budgetsAnswer,
  byId,
  closeBudgetAnswer,
  openBudgetAnswer,
  openBudgetBody,
} from '../schema.ts'
import { closeBudget } from './close-budget.ts'
import { openBudget } from './open-budget.ts'
import { readBudgets } from './read-budgets.ts'

const tag = 'money'

export function registerBudgetRoutes(http: FastifyInstance, parts: MoneyParts): void {
  query(
    http,
    {
      url: '/api/budgets',
      access: ['villager'],
      summary: 'Budgets of the village: what was voted, spent and left',
      tag,
      answer: budgetsAnswer,
    },
    ({ actor, language }) => readBudgets(parts, actor, language),
  )
  command(
    http,
    {
      url: '/api/budgets',
      access: budgeters,
      summary: 'Enter a budget that the village voted',
      tag,
      body: openBudgetBody,
      answer: openBudgetAnswer,
    },
    ({ actor, key, body }) => openBudget(parts, actor, key, body),
  )
  command(
    http,
    {
      url: '/api/budgets/:id/close',
      access: budgeters,
      summary: 'Close a budget: nothing more is spent from it',
      tag,
      params: byId,
      answer: closeBudgetAnswer,
    },
    ({ actor, key, params }) => closeBudget(parts, actor, key, { budgetId: params.id }),
  )
}

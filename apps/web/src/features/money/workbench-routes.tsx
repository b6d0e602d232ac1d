import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'
import { moneyReaders, payers } from './money.ts'

export const workbenchRoutes: readonly RouteEntry[] = [
  {
    path: '/workbench/money',
    access: moneyReaders,
    page: lazyPage(() => import('./money-page.tsx').then((m) => m.MoneyPage)),
  },
  {
    path: '/workbench/money/budgets/new',
    access: payers,
    page: lazyPage(() => import('./open-budget-page.tsx').then((m) => m.OpenBudgetPage)),
  },
  {
    path: '/workbench/money/year-ends/new',
    access: payers,
    page: lazyPage(() => import('./propose-page.tsx').then((m) => m.ProposePage)),
  },
  {
    path: '/workbench/money/year-ends/:id',
    access: moneyReaders,
    page: lazyPage(() => import('./year-end-page.tsx').then((m) => m.YearEndPage)),
  },
  {
    path: '/workbench/money/payments/:id',
    access: moneyReaders,
    page: lazyPage(() => import('./payment-run-page.tsx').then((m) => m.PaymentRunPage)),
  },
]

import type { Duties } from '../../platform/contributions.ts'

/** Reviewed by people: [who may judge what](docs/design/separation-of-duties.md). */
export const moneyDuties: Duties = {
  judges: {
    'POST /api/payment-runs/{id}/sign': ['own_household_payment'],
    'POST /api/payment-runs/{id}/unpaid': ['own_household_payment'],
    'POST /api/payment-runs/{id}/answer': ['own_household_payment'],
  },
  judgesNothing: [
    'POST /api/budgets',
    'POST /api/budgets/{id}/close',
    'POST /api/payment-runs/{id}/repeat',
  ],
}

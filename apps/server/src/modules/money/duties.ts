import type { Duties } from '../../platform/contributions.ts'

/** Reviewed by people: [who may judge what](docs/design/separation-of-duties.md). */
export const moneyDuties: Duties = {
  judges: {},
  judgesNothing: ['POST /api/budgets', 'POST /api/budgets/{id}/close'],
}

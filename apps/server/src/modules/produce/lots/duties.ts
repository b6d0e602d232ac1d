import type { Duties } from '../../../platform/contributions.ts'

/** Reviewed by people: [who may judge what](docs/design/separation-of-duties.md). */
export const lotDuties: Duties = {
  judges: { 'POST /api/harvest-lots': ['own_household_lot'] },
  judgesNothing: [],
}

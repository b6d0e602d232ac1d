import type { Duties } from '../../../platform/contributions.ts'

/** Reviewed by people: [who may judge what](docs/design/separation-of-duties.md). */
export const repairsDuties: Duties = {
  judges: { 'POST /api/awards/{id}/repairs': ['own_household_award'] },
}

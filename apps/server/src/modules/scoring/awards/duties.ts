import type { Duties } from '../../../platform/contributions.ts'

/** Reviewed by people: [who may judge what](docs/design/separation-of-duties.md). */
export const awardsDuties: Duties = {
  judges: { 'POST /api/awards/{id}/reverse': ['own_household_award'] },
}

import type { Duties } from '../../../platform/contributions.ts'

/** Reviewed by people: [who may judge what](docs/design/separation-of-duties.md). */
export const deedsDuties: Duties = {
  judges: { 'POST /api/deeds/{id}/decide': ['own_record', 'own_household_deed'] },
}

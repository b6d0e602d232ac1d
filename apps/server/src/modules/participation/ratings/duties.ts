import type { Duties } from '../../../platform/contributions.ts'

/** Reviewed by people: [who may judge what](docs/design/separation-of-duties.md). */
export const ratingsDuties: Duties = {
  judges: { 'POST /api/ratings': ['own_subject'] },
}

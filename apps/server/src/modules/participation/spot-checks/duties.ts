import type { Duties } from '../../../platform/contributions.ts'

/** Reviewed by people: [who may judge what](docs/design/separation-of-duties.md). */
export const spotChecksDuties: Duties = {
  judges: {
    'POST /api/spot-checks/{id}/score': [
      'own_draw',
      'check_took_part',
      'check_of_household',
      'check_of_rated',
    ],
  },
  judgesNothing: ['POST /api/spot-draws'],
}

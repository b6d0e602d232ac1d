import type { Duties } from '../../platform/contributions.ts'
import { secondPersonCodes } from '../community/index.ts'

/** Reviewed by people: [who may judge what](docs/design/separation-of-duties.md). */
export const logDuties: Duties = {
  judges: {
    'POST /api/openings/{openingId}/decision': [
      'opening_for_oneself',
      'opening_of_household',
      ...secondPersonCodes,
    ],
  },
  judgesNothing: ['POST /api/openings', 'POST /api/openings/{openingId}/end'],
}

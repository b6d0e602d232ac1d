import type { Duties } from '../../platform/contributions.ts'

/** Reviewed by people: [who may judge what](docs/design/separation-of-duties.md). */
export const logDuties: Duties = {
  judges: {
    'POST /api/openings/{openingId}/decision': [
      'opening_for_oneself',
      'opening_of_household',
      'second_own_proposal',
      'second_of_household',
      'second_of_own_making',
      'second_from_one_hand',
      'second_office_too_new',
      'proposer_left_office',
    ],
  },
  judgesNothing: ['POST /api/openings', 'POST /api/openings/{openingId}/end'],
}

import type { Duties } from '../../../platform/contributions.ts'

const seconds = [
  'second_own_proposal',
  'second_of_household',
  'second_of_own_making',
  'second_from_one_hand',
  'second_office_too_new',
  'proposer_left_office',
]

/** Reviewed by people: [who may judge what](docs/design/separation-of-duties.md). */
export const packDuties: Duties = {
  judges: { 'POST /api/holds/{id}/lift/confirm': [...seconds] },
  judgesNothing: [
    'POST /api/packings',
    'POST /api/holds',
    'POST /api/holds/{id}/lift',
    'POST /api/gtins',
    'POST /api/gtins/prefix',
    'POST /api/gtins/{id}/end',
  ],
}

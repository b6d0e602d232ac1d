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
export const inputDuties: Duties = {
  judges: {
    'POST /api/approved-lists/{id}/confirm': [...seconds],
    'POST /api/applications/{id}/approve': ['own_household_application'],
    'POST /api/applications/{id}/decline': ['own_household_application'],
    'POST /api/plots/{id}/residue-tests': ['own_household_application'],
    'POST /api/plots/{id}/inspections': ['own_household_application'],
  },
  judgesNothing: ['POST /api/approved-lists/import', 'POST /api/approved-lists/{id}/drop'],
}

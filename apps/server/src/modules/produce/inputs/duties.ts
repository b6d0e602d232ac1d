import type { Duties } from '../../../platform/contributions.ts'
import { secondPersonCodes } from '../../community/index.ts'

/** Reviewed by people: [who may judge what](docs/design/separation-of-duties.md). */
export const inputDuties: Duties = {
  judges: {
    'POST /api/approved-lists/{id}/confirm': secondPersonCodes,
    'POST /api/applications/{id}/approve': ['own_household_application'],
    'POST /api/applications/{id}/decline': ['own_household_application'],
    'POST /api/plots/{id}/residue-tests': ['own_household_application'],
    'POST /api/plots/{id}/inspections': ['own_household_application'],
  },
  judgesNothing: ['POST /api/approved-lists/import', 'POST /api/approved-lists/{id}/drop'],
}

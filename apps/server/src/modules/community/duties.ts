import type { Duties } from '../../platform/contributions.ts'
import { secondPersonCodes } from './second-person/second-person-refusals.ts'

/** Reviewed by people: [who may judge what](docs/design/separation-of-duties.md). */
export const communityDuties: Duties = {
  judges: {
    'POST /api/households/{householdId}/head': ['own_household_entry'],
    'POST /api/households/{householdId}/leave/confirm': [...secondPersonCodes],
    'POST /api/people/{personId}/correct': ['own_household_entry'],
    'POST /api/people/{personId}/move': ['own_household_entry'],
    'POST /api/people/{personId}/removal': ['own_household_entry'],
    'POST /api/people/{personId}/removal/confirm': ['own_household_entry', ...secondPersonCodes],
    'POST /api/people/{personId}/return': ['own_household_entry'],
    'POST /api/roles/grant': [
      'role_to_oneself',
      'supervisor_of_own_committee',
      'supervisor_related_to_committee',
    ],
    'POST /api/roster/people': ['own_household_entry'],
    'POST /api/sign-in-changes/decide': ['sign_in_change_for_oneself', ...secondPersonCodes],
  },
  judgesNothing: [
    'POST /api/households/{householdId}/leave/drop',
    'POST /api/people/{personId}/removal/drop',
    'POST /api/people/{personId}/sign-in-change',
    'POST /api/roles/revoke',
    'POST /api/roster/import/{importId}/answers',
    'POST /api/roster/import/preview',
    'POST /api/roster/import/{importId}/confirm',
    'POST /api/subjects',
    'POST /api/subjects/{subjectId}',
    'POST /api/village/house-numbering',
    'POST /api/village/objection-phone',
    'POST /api/village/public-url',
  ],
}

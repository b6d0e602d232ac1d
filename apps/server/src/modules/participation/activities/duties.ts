import type { Duties } from '../../../platform/contributions.ts'

/** Reviewed by people: [who may judge what](docs/design/separation-of-duties.md). */
export const activitiesDuties: Duties = {
  judges: {
    'POST /api/activities/{id}/decide': ['own_activity', 'activity_of_entered'],
    'POST /api/attendances/{id}/correct': ['correction_of_oneself', 'correction_of_household'],
    'POST /api/attendances/{id}/score': ['own_attendance', 'own_household_attendance'],
    'POST /api/shifts/{id}/check-in': ['on_behalf_of_oneself', 'on_behalf_of_household'],
    'POST /api/shifts/{id}/check-out': ['on_behalf_of_oneself', 'on_behalf_of_household'],
    'POST /api/shifts/{id}/presences': ['on_behalf_of_oneself', 'on_behalf_of_household'],
    'POST /api/shifts/{id}/scores': ['nobody_to_score'],
    'POST /api/shifts/{id}/walk-ins': ['on_behalf_of_oneself', 'on_behalf_of_household'],
  },
}

import type { Duties } from '../../../platform/contributions.ts'

/** Reviewed by people: [who may judge what](docs/design/separation-of-duties.md). */
export const objectionsDuties: Duties = {
  judges: {
    'POST /api/awards/{id}/objections': ['objection_for_oneself', 'objection_not_for_others'],
    'POST /api/objections/{id}/answer': [
      'own_household_award',
      'own_household_objection',
      'entered_objection',
      'had_part_in_award',
      'objection_passed_on',
    ],
  },
  judgesNothing: ['POST /api/objections/{id}/pass-on'],
}

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
export const roundDuties: Duties = {
  judges: {
    'POST /api/rounds/{id}/weigh-ins': ['own_household_weigh_in'],
    'POST /api/weigh-ins/{id}/decide': [
      'own_household_disputed_weigh_in',
      'weighed_or_disputed_it',
    ],
    'POST /api/round-settlements/{id}/confirm': [...seconds],
  },
  judgesNothing: [
    'POST /api/rounds',
    'POST /api/rounds/{id}/close',
    'POST /api/rounds/{id}/settlements',
    'POST /api/round-settlements/{id}/drop',
    'POST /api/scales',
    'POST /api/scales/{id}/checks',
    'POST /api/scales/{id}/readings',
    'POST /api/weigh-ins/{id}/dispute',
  ],
}

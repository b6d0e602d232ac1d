import type { Duties } from '../../../platform/contributions.ts'

/** Reviewed by people: [who may judge what](docs/design/separation-of-duties.md). */
export const adoptionDuties: Duties = {
  judges: {
    'POST /api/adoption-offers/{id}/confirm': [
      'second_own_proposal',
      'second_of_household',
      'second_of_own_making',
      'second_from_one_hand',
      'second_office_too_new',
      'proposer_left_office',
    ],
    'POST /api/adoption-offers/{id}/harvests': ['own_adoption_plot'],
    'POST /api/adoption-offers/{id}/settle': ['own_adoption_plot'],
    'POST /api/adoptions/{id}/deliveries': ['own_adoption_plot'],
  },
  judgesNothing: [
    'POST /api/adoption-contracts',
    'POST /api/adoption-offers',
    'POST /api/adoption-offers/{id}/updates',
  ],
}

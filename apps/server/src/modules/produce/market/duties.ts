import type { Duties } from '../../../platform/contributions.ts'

/** Reviewed by people: [who may judge what](docs/design/separation-of-duties.md). */
export const marketDuties: Duties = {
  judges: {
    'POST /api/market/products/{id}/confirm': [
      'second_own_proposal',
      'second_of_household',
      'second_of_own_making',
      'second_from_one_hand',
      'second_office_too_new',
      'proposer_left_office',
    ],
  },
  judgesNothing: [
    'POST /api/market/products',
    'POST /api/market/products/{id}/withdraw',
    'POST /api/market/points',
    'POST /api/market/slots',
    'POST /api/market/orders/{id}/hand-over',
    'POST /api/market/till',
  ],
}

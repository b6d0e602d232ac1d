import type { Duties } from '../../platform/contributions.ts'

/** Reviewed by people: [who may judge what](docs/design/separation-of-duties.md). */
export const benefitsDuties: Duties = {
  judges: {
    'POST /api/offers/{id}/claim': [
      'claim_for_oneself',
      'claim_for_household',
      'claim_not_for_others',
    ],
    'POST /api/offers/{id}/publish': ['own_offer_draft'],
    'POST /api/offers/{id}/turn': [
      'turn_for_oneself',
      'turn_for_household',
      'turn_not_for_others',
      'own_turn_waits',
    ],
    'POST /api/order-rules/{id}/adopt': ['own_order_rule'],
    'POST /api/protected-households': ['own_household_protected'],
    'POST /api/protected-households/{householdId}/end': ['own_household_protected'],
    'POST /api/turn-objections/{id}/decide': ['own_household_turn', 'ran_queue'],
  },
  judgesNothing: ['POST /api/offers', 'POST /api/offers/{id}/cancel', 'POST /api/order-rules'],
}

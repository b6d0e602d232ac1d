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
export const voucherDuties: Duties = {
  judges: {
    'POST /api/vouchers': ['voucher_for_oneself', 'voucher_not_for_others', 'own_merchant'],
    'POST /api/till/redemptions': ['own_household_voucher', 'voucher_entered_by_household'],
    'POST /api/voucher-kinds': ['own_merchant'],
    'POST /api/voucher-kinds/{id}/confirm': [...seconds, 'own_merchant'],
    'POST /api/voucher-settlements': ['own_merchant'],
    'POST /api/voucher-settlements/{id}/confirm': [...seconds, 'own_merchant'],
    'POST /api/merchants/{id}/account': ['own_merchant'],
  },
  judgesNothing: [
    'POST /api/merchants',
    'POST /api/merchants/{id}/people',
    'POST /api/merchants/{id}/people/remove',
    'POST /api/merchants/{id}/end',
    'POST /api/voucher-kinds/{id}/withdraw',
    'POST /api/voucher-settlements/{id}/drop',
  ],
}

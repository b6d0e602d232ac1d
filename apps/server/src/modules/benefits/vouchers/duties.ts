import type { Duties } from '../../../platform/contributions.ts'
import { secondPersonCodes } from '../../community/index.ts'

/** Reviewed by people: [who may judge what](docs/design/separation-of-duties.md). */
export const voucherDuties: Duties = {
  judges: {
    'POST /api/vouchers': ['voucher_for_oneself', 'voucher_not_for_others', 'own_merchant'],
    'POST /api/till/redemptions': ['own_household_voucher', 'voucher_entered_by_household'],
    'POST /api/voucher-kinds': ['own_merchant'],
    'POST /api/voucher-kinds/{id}/confirm': [...secondPersonCodes, 'own_merchant'],
    'POST /api/voucher-settlements': ['own_merchant'],
    'POST /api/voucher-settlements/{id}/confirm': [...secondPersonCodes, 'own_merchant'],
    'POST /api/merchants/{id}/account': ['own_merchant'],
    'POST /api/merchants/{id}/account/confirm': [...secondPersonCodes, 'own_merchant'],
  },
  judgesNothing: [
    'POST /api/merchants',
    'POST /api/merchants/{id}/people',
    'POST /api/merchants/{id}/people/remove',
    'POST /api/merchants/{id}/end',
    'POST /api/merchants/{id}/account/drop',
    'POST /api/voucher-kinds/{id}/withdraw',
    'POST /api/voucher-settlements/{id}/drop',
  ],
}

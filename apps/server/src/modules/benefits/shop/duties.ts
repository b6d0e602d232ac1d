import type { Duties } from '../../../platform/contributions.ts'

/** Reviewed by people: [who may judge what](docs/design/separation-of-duties.md). */
export const shopDuties: Duties = {
  judges: {
    'POST /api/shop/hand-overs': ['own_household_purchase'],
    'POST /api/shop/purchases': ['buy_for_oneself', 'buy_not_for_others'],
    'POST /api/shop/purchases/{id}/return': ['own_household_purchase'],
    'POST /api/shop/purchases/{id}/sign': ['own_household_purchase', 'sign_off_by_same_household'],
    'POST /api/shop/stock-moves/{id}/sign': ['own_stock_move'],
  },
  judgesNothing: [
    'POST /api/shop/budget',
    'POST /api/shop/lots',
    'POST /api/shop/lots/{id}/count',
    'POST /api/shop/openings',
    'POST /api/shop/openings/{id}/cancel',
  ],
}

import { expect, it } from 'vitest'
import type { RefusalText } from '../../platform/refusal.ts'
import { refuse } from './refusals.ts'
import { refuse as refuseShop } from './shop/refusals.ts'
import { refuse as refuseVouchers } from './vouchers/refusals.ts'

/** What is refused alike to a household and to the cadre who acts for it: whose it is, neither may read wrong. */
const offers = [
  'claims_not_open',
  'claims_closed',
  'offer_cancelled',
  'claim_above_limit',
  'claim_least_above_wanted',
  'claim_not_for_group',
  'claim_not_for_age',
  'no_claim',
  'no_turn',
  'turn_not_called',
  'turn_ended',
  'turn_disputed',
  'turn_above_called',
] as const
const shop = [
  'unknown_good',
  'shop_without_budget',
  'out_of_stock',
  'not_enough_points',
  'wallet_owes',
  'too_many_reserved',
  'no_opening_ahead',
] as const
const vouchers = [
  'unknown_voucher_kind',
  'voucher_kind_closed',
  'voucher_taken_nowhere',
  'too_many_vouchers',
  'voucher_wallet_owes',
  'voucher_points_short',
] as const
const texts: readonly (readonly [string, RefusalText])[] = [
  ...offers.map((code) => [code, refuse.table[code]] as const),
  ...shop.map((code) => [code, refuseShop.table[code]] as const),
  ...vouchers.map((code) => [code, refuseVouchers.table[code]] as const),
]

it.each(texts)('%s does not call a household that of the cadre who reads it', (_, { zh, en }) => {
  expect(zh).not.toMatch(/您|你|我家/)
  expect(en).not.toMatch(/\b(you|your|yours)\b/i)
})

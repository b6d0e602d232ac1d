import { judge, onlyItsShape } from './judge.ts'
import { Vouchers } from '../vouchers.ts'

/**
 * Vouchers: none is spent that was not issued, or after its end, otherwise than some kind says that was
 * offered when it was issued, or beyond what the vote behind its budget allows; and a month is settled once, for exactly what was spent in it.
 */
export const voucherJudge = judge({
  keeps: { vouchers: () => new Vouchers() },
  looksAt: {
    'merchant.entered': onlyItsShape,
    'merchant.account-set': onlyItsShape,
    'merchant.ended': onlyItsShape,
    'voucher-kind.offered': (state, index, leaf) => state.vouchers.offer(state, index, leaf.public),
    'voucher-kind.withdrawn': (state, index, leaf) =>
      state.vouchers.withdraw(state, index, leaf.public.voucherKind),
    'voucher.issued': (state, index, leaf) => state.vouchers.issue(state, index, leaf),
    'voucher.spent': (state, index, leaf) => state.vouchers.spend(state, index, leaf),
    'voucher.expired': (state, index, leaf) =>
      state.vouchers.expire(state, index, leaf.public.voucher),
    'voucher-month.settled': (state, index, leaf) => state.vouchers.settle(state, index, leaf),
  },
})

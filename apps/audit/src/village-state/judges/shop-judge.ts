import { judge, onlyItsShape } from './judge.ts'
import { Shop } from '../shop.ts'

/**
 * The points shop: nothing is fetched that was not reserved, or given back that was not fetched, and
 * what households spent in a week stands once in their wallets.
 */
export const shopJudge = judge({
  keeps: { shop: () => new Shop() },
  looksAt: {
    'shop.reserved': (state, index, { at, public: { purchase } }) =>
      state.shop.reserve(state, index, at, purchase),
    'shop.reservation-ended': (state, index, leaf) =>
      state.shop.end(state, index, leaf.public.purchase),
    'shop.redeemed': (state, index, { at, public: { purchase } }) =>
      state.shop.redeem(state, index, at, purchase),
    'shop.returned': (state, index, leaf) =>
      state.shop.giveBack(state, index, leaf.public.purchase),
    'shop.lot-entered': (state, index, leaf) => state.shop.enterLot(state, index, leaf.public),
    'shop.stock-corrected': (state, index, leaf) => state.shop.correct(state, index, leaf.public),
    'shop.budget-chosen': onlyItsShape,
    'wallet.counted': (state, index, leaf) => state.shop.count(state, index, leaf),
  },
})

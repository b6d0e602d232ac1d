import { judge, onlyItsShape } from './judge.ts'

/**
 * The points shop: nothing is fetched that was not reserved, or given back that was not fetched, and
 * what households spent in a week stands once in their wallets.
 */
export const shopJudge = judge({
  keeps: ['shop'],
  looksAt: {
    'shop.reserved': (book, index, { at, public: { purchase } }) =>
      book.shop.reserve(book, index, at, purchase),
    'shop.reservation-ended': (book, index, leaf) =>
      book.shop.end(book, index, leaf.public.purchase),
    'shop.redeemed': (book, index, { at, public: { purchase } }) =>
      book.shop.redeem(book, index, at, purchase),
    'shop.returned': (book, index, leaf) => book.shop.giveBack(book, index, leaf.public.purchase),
    'shop.lot-entered': (book, index, leaf) => book.shop.enterLot(book, index, leaf.public),
    'shop.stock-corrected': (book, index, leaf) => book.shop.correct(book, index, leaf.public),
    'shop.budget-chosen': onlyItsShape,
    'wallet.counted': (book, index, leaf) => book.shop.count(book, index, leaf),
  },
})

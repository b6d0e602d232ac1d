import { judge } from './judge.ts'

/** Budgets: each is opened once, and closed once with no more spent than its vote allows. */
export const moneyJudge = judge({
  keeps: ['budgets'],
  looksAt: {
    'budget.opened': (book, index, leaf) => book.budgets.open(book, index, leaf.public),
    'budget.closed': (book, index, leaf) => book.budgets.close(book, index, leaf.public),
  },
})

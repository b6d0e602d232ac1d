import { judge } from './judge.ts'
import { Budgets } from '../budgets.ts'
import { Payments } from '../payments.ts'
import { YearEnds } from '../year-ends.ts'

/**
 * Money: no more is spent of a budget than its vote allows; no more payments end than were ordered; and
 * every share of a year-end share-out follows from the honour that the statements tell.
 */
export const moneyJudge = judge({
  keeps: {
    budgets: () => new Budgets(),
    payments: () => new Payments(),
    yearEnds: () => new YearEnds(),
  },
  looksAt: {
    'budget.opened': (state, index, leaf) => state.budgets.open(state, index, leaf),
    'budget.closed': (state, index, leaf) => state.budgets.close(state, index, leaf.public),
    'payment-run.ordered': (state, index, leaf) => state.payments.order(state, index, leaf.public),
    'payment-run.settled': (state, index, leaf) => state.payments.settle(state, index, leaf.public),
    'year-end.shared': (state, index, leaf) => state.yearEnds.share(state, index, leaf.public),
  },
})

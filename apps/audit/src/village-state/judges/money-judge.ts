import { judge } from './judge.ts'

/** Budgets: each is opened once, and closed once with no more spent than its vote allows. */
export const moneyJudge = judge({
  keeps: ['budgets'],
  looksAt: {
    'budget.opened': (state, index, leaf) => state.budgets.open(state, index, leaf.public),
    'budget.closed': (state, index, leaf) => state.budgets.close(state, index, leaf.public),
  },
})

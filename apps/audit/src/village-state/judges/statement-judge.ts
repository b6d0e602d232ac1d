import { checkStatement } from '../check-statement.ts'
import { judge } from './judge.ts'
import { Accounts } from '../accounts.ts'

/** Honour and the daily statement: all that it says of the day before is recomputed from the entries. */
export const statementJudge = judge({
  keeps: { accounts: () => new Accounts() },
  looksAt: {
    'day.closed': async (state, index, leaf) => {
      await checkStatement(state, index, leaf)
      state.queues.close(leaf.public)
      state.closings.closeDay(state, index, leaf)
    },
    'household.joined': (state, _, { at, public: { household } }) => {
      state.accounts.take(at, { kind: 'joined', household })
      state.wallets.join(state, at, household)
    },
    'household.left': ({ accounts, wallets }, _, { at, public: { household } }) => {
      accounts.take(at, { kind: 'left', household })
      wallets.leave(household)
    },
  },
})

import { checkStatement } from '../check-statement.ts'
import { judge } from './judge.ts'

/** Honour and the daily statement: all that it says of the day before is recomputed from the entries. */
export const statementJudge = judge({
  keeps: ['accounts'],
  looksAt: {
    'day.closed': async (state, index, leaf) => {
      await checkStatement(state, index, leaf)
      state.queues.close(leaf.public)
    },
    'household.joined': ({ accounts }, _, { at, public: { household } }) =>
      accounts.take(at, { kind: 'joined', household }),
    'household.left': ({ accounts }, _, { at, public: { household } }) =>
      accounts.take(at, { kind: 'left', household }),
  },
})

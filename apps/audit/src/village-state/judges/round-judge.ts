import { Rounds } from '../rounds.ts'
import { judge } from './judge.ts'

/**
 * Buying rounds: weighed within the round by a scale that passed its check that day, of plots whose
 * intervals have passed, and settled to the fen.
 */
export const roundJudge = judge({
  keeps: { rounds: () => new Rounds() },
  looksAt: {
    'round.opened': (state, index, leaf) => state.rounds.open(state, index, leaf.public),
    'round.closed': (state, index, leaf) => state.rounds.close(state, index, leaf.public),
    'round.settled': (state, index, leaf) => state.rounds.settle(state, index, leaf.public),
    'scale.entered': (state, index, leaf) => state.rounds.enterScale(state, index, leaf.public),
    'scale.checked': (state, index, leaf) => state.rounds.checkScale(state, index, leaf),
    'weigh-in.entered': (state, index, leaf) => state.rounds.weigh(state, index, leaf),
    'weigh-in.disputed': (state, index, leaf) =>
      state.rounds.dispute(state, index, leaf.public.weighIn),
    'weigh-in.decided': (state, index, leaf) => state.rounds.decide(state, index, leaf.public),
  },
})

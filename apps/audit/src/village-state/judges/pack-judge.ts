import { HarvestLots } from '../harvest-lots.ts'
import { judge } from './judge.ts'

/** Lots: each is of a declared harvest that no interval and no test held. */
export const packJudge = judge({
  keeps: { harvestLots: () => new HarvestLots() },
  looksAt: {
    'harvest-lot.opened': (state, index, leaf) => state.harvestLots.open(state, index, leaf),
  },
})

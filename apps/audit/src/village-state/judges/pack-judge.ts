import { HarvestLots } from '../harvest-lots.ts'
import { Holds } from '../holds.ts'
import { judge, onlyItsShape } from './judge.ts'
import { Packings } from '../packings.ts'

/**
 * From lots to packs: each lot is of a declared harvest that no interval and no test held; what went
 * into a packing came out or was lost, and nothing of it was held.
 */
export const packJudge = judge({
  keeps: {
    harvestLots: () => new HarvestLots(),
    holds: () => new Holds(),
    packings: () => new Packings(),
  },
  looksAt: {
    'harvest-lot.opened': (state, index, leaf) => state.harvestLots.open(state, index, leaf),
    'harvest-lot.corrected': (state, index, leaf) =>
      state.harvestLots.correct(state, index, leaf.public),
    'packing.done': (state, index, leaf) => state.packings.pack(state, index, leaf.public),
    'hold.placed': (state, index, leaf) => state.holds.place(state, index, leaf.public),
    'hold.lifted': (state, index, leaf) => state.holds.lift(state, index, leaf.public.hold),
    'company-prefix.entered': onlyItsShape,
    'gtin.entered': onlyItsShape,
    'gtin.ended': onlyItsShape,
    // Somebody else's word: the log holds that it was told, not that it is so.
    'partner.told': onlyItsShape,
  },
})

import { judge, onlyItsShape } from './judge.ts'
import { Leases } from '../leases.ts'

/** Land: one plot a head and season, no plot leased twice, and each lease under the convention in force. */
export const landJudge = judge({
  keeps: { leases: () => new Leases() },
  looksAt: {
    'crop.entered': onlyItsShape,
    'land.measured': onlyItsShape,
    'growing-season.opened': (state, index, leaf) => state.leases.open(state, index, leaf.public),
    'convention.published': (state, index, leaf) =>
      state.leases.publish(state, index, leaf.public.edition),
    'lease.begun': (state, index, leaf) => state.leases.begin(state, index, leaf.at, leaf.public),
    'lease.ended': (state, index, leaf) => state.leases.end(state, index, leaf.public),
  },
})

import { judge, onlyItsShape } from './judge.ts'
import { Leases } from '../leases.ts'
import { Plantings } from '../plantings.ts'

/**
 * Land: one plot a head and season, no plot leased twice, and each lease under the convention in force;
 * what is planned follows from its crop and its plot's area, and no two plantings share one.
 */
export const landJudge = judge({
  keeps: { leases: () => new Leases(), plantings: () => new Plantings() },
  looksAt: {
    'land.measured': (state, _, leaf) => state.plantings.measure(leaf.public),
    'growing-season.opened': (state, index, leaf) => state.leases.open(state, index, leaf.public),
    'convention.published': (state, index, leaf) =>
      state.leases.publish(state, index, leaf.public.edition),
    'lease.begun': (state, index, leaf) => state.leases.begin(state, index, leaf.at, leaf.public),
    'lease.ended': (state, index, leaf) => state.leases.end(state, index, leaf.public),
    'crop.entered': (state, _, leaf) => state.plantings.enter(leaf.public),
    'planting.planned': (state, index, leaf) => state.plantings.plan(state, index, leaf.public),
    'planting.ended': (state, index, leaf) => state.plantings.end(state, index, leaf.public),
    'alarm.begun': onlyItsShape,
    'task.ended': (state, index, leaf) => state.plantings.endTask(state, index, leaf),
  },
})

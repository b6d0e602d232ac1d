import { ApprovedLists } from '../approved-lists.ts'
import { PlotInputs } from '../plot-inputs.ts'
import { judge, onlyItsShape } from './judge.ts'

/**
 * What is put on plots: lists of approved products are published one after the other, and never
 * backdated; every product was allowed by the list in force, and no harvest lies within an interval.
 */
export const inputJudge = judge({
  keeps: { approvedLists: () => new ApprovedLists(), plotInputs: () => new PlotInputs() },
  looksAt: {
    'approved-list.published': (state, index, leaf) =>
      state.approvedLists.publish(state, index, leaf),
    'application.approved': (state, index, leaf) => state.plotInputs.approve(state, index, leaf),
    'harvest.declared': (state, index, leaf) => state.plotInputs.declare(state, index, leaf),
    'residue-test.entered': (state, _, leaf) => state.plotInputs.test(leaf.public),
    'inspection.entered': onlyItsShape,
  },
})

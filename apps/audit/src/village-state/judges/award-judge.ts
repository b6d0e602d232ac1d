import {
  enterCounted,
  enterNoticed,
  enterRepaired,
  enterReversed,
  enterWhole,
} from '../enter-award.ts'
import { judge } from './judge.ts'

/** Awards: each follows from its inputs and sheet, and its life from the entries before. */
export const awardJudge = judge({
  keeps: ['awards', 'usage', 'weeks', 'deductions', 'checks'],
  looksAt: {
    'award.scored': (state, index, leaf) => enterWhole(state, index, leaf, leaf.public),
    'award.final': (state, index, leaf) =>
      'input' in leaf.public
        ? enterWhole(state, index, leaf, leaf.public)
        : enterNoticed(state, index, leaf.at, leaf.public),
    'award.counted': enterCounted,
    'award.reversed': enterReversed,
    'award.repaired': enterRepaired,
    // What an award for a deed says is judged with the award.
    'deed.recorded': () => {},
    'deed.decided': () => {},
  },
})

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
    'award.scored': (book, index, leaf) => enterWhole(book, index, leaf, leaf.public),
    'award.final': (book, index, leaf) =>
      'input' in leaf.public
        ? enterWhole(book, index, leaf, leaf.public)
        : enterNoticed(book, index, leaf.at, leaf.public),
    'award.counted': enterCounted,
    'award.reversed': enterReversed,
    'award.repaired': enterRepaired,
    // What an award for a deed says is judged with the award.
    'deed.recorded': () => {},
    'deed.decided': () => {},
  },
})

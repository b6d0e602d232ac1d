import {
  enterCounted,
  enterNoticed,
  enterRepaired,
  enterReversed,
  enterWhole,
} from '../enter-award.ts'
import { judge } from './judge.ts'
import { Awards } from '../awards.ts'
import { UsageTotals } from '../usage-totals.ts'
import { Once } from '../once.ts'
import { Deductions } from '../deductions.ts'
import { Checks } from '../checks.ts'

declare module '../parts.ts' {
  interface StateMemory {
    /** The weeks that were counted, each once for an account and item. */
    readonly weeks: Once
  }
}

/** A week is counted within days of its end; who counts it months later is not found out by this. */
const WEEKS_REMEMBERED_DAYS = 40

/** Awards: each follows from its inputs and sheet, and its life from the entries before. */
export const awardJudge = judge({
  keeps: {
    awards: () => new Awards(),
    usage: () => new UsageTotals(),
    weeks: () => new Once(WEEKS_REMEMBERED_DAYS),
    deductions: () => new Deductions(),
    checks: () => new Checks(),
  },
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

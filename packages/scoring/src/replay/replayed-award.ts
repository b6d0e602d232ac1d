import type { RuleItem } from '../rule-sheet.ts'
import type { Effects } from './effects.ts'
import type { ReplayContribution } from './replayed-contribution.ts'

/** What a deed, or a repair, comes to under the replayed sheet. */
export interface ReplayedAward {
  /** As the sheet's item judged it: with its ref and its measure. */
  readonly contribution: ReplayContribution
  readonly item: RuleItem
  /** Signed. */
  readonly pointsHundredths: number
  readonly effects: Effects
  /** `beaten`: a higher award for the same deed stands; `reversed`: it was taken back as wrong. */
  state: 'stands' | 'beaten' | 'reversed'
}

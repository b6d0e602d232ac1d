import type { RuleItem } from '@azalea/scoring'
import type { Findings } from '../findings.ts'
import type { Accounts } from './accounts.ts'
import type { Awards } from './awards.ts'
import type { BreachReports } from './breach-reports.ts'
import type { Deductions } from './deductions.ts'
import type { Checks } from './judge-award.ts'
import type { Notices } from './notices.ts'
import type { Objections } from './objections.ts'
import type { Once } from './once.ts'
import type { PassersBy } from './passers-by.ts'
import type { RatingPoints } from './rating-points.ts'
import type { Sheets } from './sheets.ts'
import type { SpotChecks } from './spot-checks.ts'
import type { UsageBook } from './usage-book.ts'

/** What was recomputed, for the report. */
export interface Tally {
  entries: number
  awards: number
  counts: number
  countedAwards: number
  reversals: number
  objections: number
  upheld: number
  reports: number
  reportsUpheld: number
  repairs: number
  spotDraws: number
  /** Of draws by a log that was retired: their checkpoints stand in that log. */
  retiredDraws: number
  spotChecks: number
  lapsedChecks: number
  ratings: number
  statements: number
  balances: number
  boards: number
}

/** What is known when an entry is judged, and where the judgement goes. */
export interface BookParts {
  readonly findings: Findings
  readonly sheets: Sheets
  readonly usage: UsageBook
  readonly awards: Awards
  readonly accounts: Accounts
  readonly notices: Notices
  readonly objections: Objections
  readonly reports: BreachReports
  readonly deductions: Deductions
  readonly spotChecks: SpotChecks
  readonly passersBy: PassersBy
  /** The weeks that were counted, each once for an account and item. */
  readonly weeks: Once
  readonly ratingPoints: RatingPoints
  readonly checks: Checks
  readonly tally: Tally
  /** An item of an adopted sheet; without a hash of the latest that has it. */
  itemOf(ref: string, sheetHash: string | undefined): RuleItem | undefined
  /** Marks a day as closed; false when it was. */
  close(day: string): boolean
  /** A document by its hash; null, and a finding, when it is missing or is another one. */
  readDocument(hash: string, index: number): Promise<string | null>
}

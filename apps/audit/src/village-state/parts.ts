import type { RuleItem } from '@azalea/scoring'
import type { Findings } from '../findings.ts'
import type { Accounts } from './accounts.ts'
import type { Awards } from './awards.ts'
import type { BreachReports } from './breach-reports.ts'
import type { Budgets } from './budgets.ts'
import type { Closings } from './closings.ts'
import type { Checks } from './checks.ts'
import type { Deductions } from './deductions.ts'
import type { Notices } from './notices.ts'
import type { Objections } from './objections.ts'
import type { Once } from './once.ts'
import type { Payments } from './payments.ts'
import type { PassersBy } from './passers-by.ts'
import type { Queues } from './queues.ts'
import type { RatingPoints } from './rating-points.ts'
import type { Sheets } from './sheets.ts'
import type { Shop } from './shop.ts'
import type { SpotChecks } from './spot-checks.ts'
import type { Tally } from './tally.ts'
import type { UsageTotals } from './usage-totals.ts'
import type { Vouchers } from './vouchers.ts'
import type { Wallets } from './wallets.ts'
import type { YearEnds } from './year-ends.ts'

/** What the judges remember of the entries before, each part under the one judge that keeps it. */
export interface StateMemory {
  readonly sheets: Sheets
  readonly usage: UsageTotals
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
  /** Each once for a rater, subject and day. */
  readonly ratings: Once
  readonly ratingPoints: RatingPoints
  readonly checks: Checks
  readonly queues: Queues
  readonly shop: Shop
  readonly budgets: Budgets
  readonly payments: Payments
  readonly wallets: Wallets
  readonly closings: Closings
  readonly yearEnds: YearEnds
  readonly vouchers: Vouchers
}

/** A part of the memory, which outlives the program in the audit's state. */
export interface Remembered {
  /** A new day begins: what no later entry can refer to may be forgotten. */
  prune?(today: string): void
  toJson(): unknown
  load(json: never): void
}

/** What is known when an entry is judged, and where the judgement goes. */
export interface StateParts extends StateMemory {
  readonly findings: Findings
  readonly tally: Tally
  /** An item of an adopted sheet; without a hash of the latest that has it. */
  itemOf(ref: string, sheetHash: string | undefined): RuleItem | undefined
  /** Marks a day as closed; false when it was. */
  close(day: string): boolean
  /** A document by its hash; null, and a finding, when it is missing or is another one. */
  readDocument(hash: string, index: number): Promise<string | null>
}

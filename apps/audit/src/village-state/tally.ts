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
  /** Queues whose order was worked out again. */
  queues: number
  /** Purchases of the shop. */
  fetched: number
  givenBack: number
  ratings: number
  statements: number
  balances: number
  boards: number
}

export const newTally = (): Tally => ({
  entries: 0,
  awards: 0,
  counts: 0,
  countedAwards: 0,
  reversals: 0,
  objections: 0,
  upheld: 0,
  reports: 0,
  reportsUpheld: 0,
  repairs: 0,
  spotDraws: 0,
  retiredDraws: 0,
  spotChecks: 0,
  lapsedChecks: 0,
  queues: 0,
  fetched: 0,
  givenBack: 0,
  ratings: 0,
  statements: 0,
  balances: 0,
  boards: 0,
})

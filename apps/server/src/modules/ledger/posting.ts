import type { Account } from './account-kinds.ts'

/** Why something is transferred: once in each unit. */
export interface Cause {
  readonly kind: string
  readonly id: string
  /** Whether it may leave an account of the rule 'owed' below zero: it takes back what was not due. */
  readonly mayLeaveDebt: boolean
}

export interface Line {
  readonly account: Account
  /** Signed, in the unit's smallest part; never zero. */
  readonly amount: number
  /** Who earned it, where a household holds it. */
  readonly earnerId?: string
  /** Over all parts of the account, for a large gift of which many will draw. */
  readonly isSpread?: boolean
}

export interface Posting {
  readonly cause: Cause
  readonly lines: readonly Line[]
}

/** A line on the one row that it changes. */
export interface PlacedLine {
  readonly account: Account
  readonly part: number | null
  readonly amount: number
  readonly earnerId?: string
}

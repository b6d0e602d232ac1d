import type { BreachOutcome, BreachReportState, ReportChannel } from '../ground/tables.ts'

/** One reported household: whose fault it would be, and what they reply. */
export interface Party {
  readonly householdId: string
  readonly personId: string
  readonly reply: {
    readonly by: string
    readonly at: Date
    /** Null once erased. */
    readonly words: string | null
    readonly photoFileId: string | null
  } | null
}

/** Somebody's real-name allegation of a breach. */
export interface BreachReport {
  readonly reportId: string
  readonly reporterId: string
  readonly reporterHouseholdId: string
  readonly channel: ReportChannel
  /** The cadre who entered it for the reporter; null: the reporter. */
  readonly enteredBy: string | null
  /** Members who declared themselves biased. */
  readonly passedOnBy: readonly string[]
  /** What the plate is fixed to; null: the report names a person, or describes a place. */
  readonly subjectId: string | null
  /** Where it was, in the reporter's words; null where a plate or a person tells it, or once erased. */
  readonly place: string | null
  /** The rule that the reporter holds broken. */
  readonly allegedItemRef: string | null
  /** Who found the doer of a report that named none. */
  readonly attached: { readonly by: string; readonly at: Date } | null
  readonly occurredAt: Date
  /** Null once the reporter has been erased. */
  readonly words: string | null
  readonly photoFileIds: readonly string[]
  readonly reportedAt: Date
  /** The last civil day for the reply; null while nobody is reported. */
  readonly replyDueOn: string | null
  /** The last civil day for the decision; while nobody is reported, for finding who it was. */
  readonly decisionDueOn: string
  readonly parties: readonly Party[]
  readonly state: BreachReportState
  /** As it stands now: an appeal may have changed it. */
  readonly outcome: BreachOutcome | null
  /** The rule that was broken, and how often, or how much of its unit. */
  readonly itemRef: string | null
  readonly quantity: number | null
  readonly decision: Judgement | null
  /** The last civil day for an appeal; null until it is decided. */
  readonly appealEndsOn: string | null
  readonly appeal: {
    readonly by: string
    readonly at: Date
    readonly words: string | null
    readonly dueOn: string
    readonly answer: (Judgement & { readonly outcome: 'confirmed' | 'changed' }) | null
  } | null
  readonly settledAt: Date | null
  /** The deduction that followed. */
  readonly awardId: string | null
  /** How it ended without a decision: withdrawn, or closed without a doer. */
  readonly ending: { readonly by: string; readonly at: Date; readonly words: string | null } | null
}

export interface Judgement {
  readonly by: string
  readonly at: Date
  readonly reasons: string | null
}

export type NewBreachReport = Pick<
  BreachReport,
  | 'reportId'
  | 'reporterId'
  | 'reporterHouseholdId'
  | 'channel'
  | 'enteredBy'
  | 'subjectId'
  | 'place'
  | 'allegedItemRef'
  | 'occurredAt'
  | 'photoFileIds'
  | 'reportedAt'
  | 'replyDueOn'
  | 'decisionDueOn'
> & { readonly words: string; readonly parties: readonly Omit<Party, 'reply'>[] }

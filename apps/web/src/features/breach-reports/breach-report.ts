import type { ListAnswer } from '../../app/use-list-pages.ts'

/** What the server says of reports of a breach. */
export type ReportState =
  'unassigned' | 'open' | 'decided' | 'appealed' | 'settled' | 'withdrawn' | 'closed'
export type Outcome = 'upheld' | 'dismissed'

/** Whether the reader can do something now, and the sentence if not. */
export interface May {
  ok: boolean
  code: string | null
  sentence: string | null
}

export interface BreachReport {
  reportId: string
  /** As whom the reader reads it. */
  side: 'reporter' | 'reported' | 'office'
  state: ReportState
  outcome: Outcome | null
  about: {
    kind: 'subject' | 'post' | 'person' | 'place'
    label: string | null
    /** The rule that the reporter names. */
    itemName: string | null
  }
  occurredAt: string
  /** Null once erased. */
  words: string | null
  photoFileIds: readonly string[]
  reportedAt: string
  /** Civil days; the first is null while nobody is reported. */
  replyDueOn: string | null
  decisionDueOn: string
  isOverdue: boolean
  /** Null for the reported, who never learn it. */
  reporter: { personId: string; name: string } | null
  /** The cadre who entered it for the reporter; null for the reported too. */
  enteredBy: { personId: string; name: string } | null
  channel: 'app' | 'oral' | 'written' | null
  /** As far as the reader may know them. */
  reported: readonly ReportedParty[]
  decision: (Judgement & { outcome: Outcome; itemName: string | null; appealEndsOn: string }) | null
  appeal: {
    at: string
    isMine: boolean
    words: string | null
    dueOn: string
    answer: (Judgement & { outcome: 'confirmed' | 'changed' }) | null
  } | null
  settledAt: string | null
  /** Withdrawn, or closed because nobody was found. */
  ending: { at: string; words: string | null } | null
  awardId: string | null
  rules: readonly Rule[]
  canReply: May
  canDecide: May
  canAppeal: May
  canDecideAppeal: May
  canPassOn: May
  canFind: May
  canWithdraw: May
}

export interface ReportedParty {
  personId: string
  name: string
  groupName: string
  reply: { at: string; words: string | null; photoFileId: string | null } | null
}

export interface Judgement {
  by: string
  at: string
  reasons: string | null
}

/** A deduction of the sheet in force on that day. */
export interface Rule {
  ref: string
  name: string
  pointsHundredths: number
  /** Null: it counts occurrences. */
  unit: string | null
  repair: readonly {
    by: 'mending' | 'volunteering'
    minutes: number | null
    restoresPermille: number
  }[]
}

export type ReportPage = ListAnswer<BreachReport>

export interface Reported {
  reportId: string
  replyDueOn: string | null
  decisionDueOn: string
}

export type Standing =
  | 'unassigned'
  | 'withdrawn'
  | 'closed'
  | 'open'
  | 'upheld'
  | 'dismissed'
  | 'appealed'
  | 'ended_upheld'
  | 'ended_dismissed'

/** How a report stands, in one word. */
export function standingOf({ state, outcome }: Pick<BreachReport, 'state' | 'outcome'>): Standing {
  if (state === 'appealed' || state === 'unassigned' || state === 'withdrawn' || state === 'closed')
    return state
  if (outcome === null) return 'open'
  return state === 'settled' ? `ended_${outcome}` : outcome
}

export const standingTones = {
  unassigned: 'waiting',
  withdrawn: 'past',
  closed: 'past',
  open: 'waiting',
  upheld: 'waiting',
  dismissed: 'waiting',
  appealed: 'waiting',
  ended_upheld: 'done',
  ended_dismissed: 'past',
} as const

/** By which the village's reports are listed; what was withdrawn or closed stands with what is settled. */
export const reportStates = ['open', 'unassigned', 'decided', 'appealed', 'settled'] as const
export type ListedState = (typeof reportStates)[number]

/** The list in which a report stands. */
export function listedIn(state: ReportState): ListedState {
  return state === 'withdrawn' || state === 'closed' ? 'settled' : state
}

import type { ListAnswer } from '../../app/use-list-pages.ts'

/** What the server says of objections. */
export type ObjectionState = 'open' | 'upheld' | 'refused'

/** The overseers (supervisors, town) answer where too few of the committee are left. */
export type AnsweringOffice = 'committee' | 'overseers'

/** Whether the reader can do something now, and the sentence if not. */
export interface May {
  ok: boolean
  code: string | null
  sentence: string | null
}

export interface Objection {
  objectionId: string
  state: ObjectionState
  phase: 'notice' | 'appeal'
  channel: 'app' | 'oral' | 'written'
  /** Null for who may not know whose it is. */
  objector: { personId: string; name: string } | null
  enteredBy: { personId: string; name: string } | null
  isMine: boolean
  /** Null once erased. */
  words: string | null
  raisedAt: string
  /** Civil day: the last for the answer. */
  dueOn: string
  holidaysKnown: boolean
  isOverdue: boolean
  award: {
    awardId: string
    itemRef: string
    itemName: string
    personName: string
    /** Civil day; null for who may not see the award itself. */
    occurredOn: string | null
    pointsHundredths: number
    state: 'scored' | 'on_notice' | 'final' | 'reversed'
    mayOpen: boolean
  }
  /** What the award rests on; null for who does not answer objections. */
  facts: {
    ruleSheetId: string
    /** Occurrences, or the small measure of the item's unit. */
    quantity: number
    unit: string | null
    leaderScore: number | null
  } | null
  /** Null once answered. */
  answeredBy: AnsweringOffice | null
  answer: {
    outcome: 'upheld' | 'refused'
    at: string
    reasons: string | null
    newAwardId: string | null
    newPointsHundredths: number | null
    newState: 'scored' | 'on_notice' | 'final' | 'reversed' | null
  } | null
  canAnswer: May
}

export type ObjectionPage = ListAnswer<Objection>

/** A line of a notice that one can object to. */
export interface NoticedAward {
  awardId: string
  /** Of its line on the notice; null where it stands in none by name. */
  no: number | null
  /** The day of the deed; null where the notice tells none. */
  occurredOn: string | null
  groupName: string
  headMasked: string
  itemName: string
  pointsHundredths: number
  isOwnHousehold: boolean
  isDisputed: boolean
  canObject: May
}

export interface Raised {
  objectionId: string
  dueOn: string
  holidaysKnown: boolean
  answeredBy: AnsweringOffice
}

export const objectionTones = { open: 'waiting', upheld: 'done', refused: 'past' } as const

export const objectionStates: readonly ObjectionState[] = ['open', 'upheld', 'refused']

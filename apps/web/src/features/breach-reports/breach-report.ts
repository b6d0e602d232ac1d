import type { Answer, Schema } from '@azalea/client'

export type BreachReport = Schema<'BreachReport'>
export type ReportState = BreachReport['state']
export type Outcome = NonNullable<BreachReport['outcome']>
export type ReportedParty = BreachReport['reported'][number]

/** A deduction of the sheet in force on that day. */
export type Rule = BreachReport['rules'][number]

export type ReportPage = Answer<'/api/breach-reports'>
export type Reported = Answer<'/api/breach-reports', 'post'>

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

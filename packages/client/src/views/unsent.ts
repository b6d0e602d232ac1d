import type { OutboxEntry } from '../outbox/commands.ts'
import type { Language } from '../ports.ts'
import { ApiProblem } from '../problem.ts'
import type { KeyOf, Translate } from '../texts.ts'
import type { waitingMessages } from '../words/waiting-messages.ts'

export interface UnsentView {
  readonly key: string
  readonly title: string
  readonly occurredAt: string
  readonly state: OutboxEntry['state']
  readonly stateWords: string
  /** Why the server did not take it. */
  readonly problem: string | null
  /** What taking it off the list is called: a waiting one is not sent then. */
  readonly drop: string
}

/** What a device says of a command that it keeps. */
export function viewOfUnsent(
  { key, kind, label, occurredAt, state, problem }: OutboxEntry,
  { t, language }: { t: Translate<KeyOf<(typeof waitingMessages)['zh']>>; language: Language },
): UnsentView {
  return {
    key,
    title: `${t(kind)} · ${label}`,
    occurredAt,
    state,
    stateWords: t(state),
    problem: problem === undefined ? null : new ApiProblem(problem).sentence(language),
    drop: t(state === 'waiting' ? 'takeBack' : 'clear'),
  }
}

import { addressOf, type Values } from '../address.ts'
import type { Body, Params, PathOf, Result } from '../contract.ts'
import type { ProblemWords } from '../problem.ts'

/** How often a client tries again while something waits. */
export const OUTBOX_RETRY_MILLISECONDS = 60_000

/** The commands that may be given without a network, and where each goes. */
const paths = {
  rating: '/api/ratings',
  'check-in': '/api/shifts/{id}/check-in',
  'check-out': '/api/shifts/{id}/check-out',
  claim: '/api/offers/{id}/claim',
  'claim-withdrawal': '/api/offers/{id}/claim/withdraw',
  application: '/api/applications',
  'task-done': '/api/tasks/{id}/done',
  'task-given-up': '/api/tasks/{id}/give-up',
  lease: '/api/plots/{id}/claim',
} as const satisfies Record<string, PathOf<'post'>>

export type OutboxKind = keyof typeof paths
type PathOfKind<Kind extends OutboxKind> = (typeof paths)[Kind]

/** What one gives to the outbox: a command of this person, with what the list shall call it. */
export interface Command<Kind extends OutboxKind = OutboxKind> {
  readonly personId: string
  readonly kind: Kind
  readonly params: Params<PathOfKind<Kind>, 'post'>
  readonly body: Omit<Body<PathOfKind<Kind>>, 'occurredAt'>
  readonly label: string
}

/** What the server answers to a command of this kind. */
export type ResultOf<Kind extends OutboxKind> = Result<PathOfKind<Kind>, 'post'>

export interface OutboxEntry {
  /** The idempotency key: however often the command is sent, it happens once. */
  key: string
  /** Whose command it is; it is never sent under another person's session. */
  personId: string
  kind: OutboxKind
  /** Where it is sent, filled in. */
  path: string
  /** What is sent, with `occurredAt`. */
  body: Readonly<Record<string, unknown>>
  /** What the list of waiting things shows, such as the name of the plot. */
  label: string
  occurredAt: string
  /** Order of giving; the answer to one command may depend on the one before. */
  sequence: number
  state: 'waiting' | 'done' | 'refused'
  /** It was given in place of what waited for the same thing. */
  replacesWaiting?: true
  /** The server's answer once `done`. */
  result?: unknown
  /** Why it was `refused`. */
  problem?: {
    status: number
    code: string
    title: string
    detail: string
    /** Absent in what an earlier version kept. */
    words?: ProblemWords | null
  }
  settledAt?: string
}

export type Delivery<Answer> =
  | { state: 'done'; result: Answer }
  /** Kept on the device; it will be sent with its own time when the network is back. */
  | { state: 'waiting'; entry: OutboxEntry }

/** Of these kinds the newest stands; what it takes the place of, where that still waits. */
const replaced: Partial<Record<OutboxKind, readonly OutboxKind[]>> = {
  claim: ['claim', 'claim-withdrawal'],
  // A claim that waits may have arrived: it is taken back, not forgotten.
  'claim-withdrawal': ['claim-withdrawal'],
}

/** Whether a command takes the place of one that was given before and waits: the same thing, for the same person. */
export function isInPlaceOf(entry: OutboxEntry, earlier: OutboxEntry): boolean {
  return (
    earlier.state === 'waiting' &&
    earlier.sequence < entry.sequence &&
    earlier.personId === entry.personId &&
    replaced[entry.kind]?.includes(earlier.kind) === true &&
    thingOf(entry) === thingOf(earlier)
  )
}

/** What a claim is about, and for whom a cadre gives it. */
function thingOf({ path, body }: OutboxEntry): string {
  const { personId } = (body['onBehalf'] ?? {}) as { readonly personId?: string }
  return `${path.replace(/\/withdraw$/, '')} ${personId ?? ''}`
}

/** The address that a command of this kind is sent to, as its entry keeps it. */
export function addressOfCommand<Kind extends OutboxKind>(
  kind: Kind,
  params: Params<PathOfKind<Kind>, 'post'>,
): string {
  return addressOf(paths[kind], params as Values)
}

import type { Role } from '../../platform/actor.ts'

/** Who drafts, publishes and cancels offers, and drafts and enters rules of order. */
export const offerers: readonly Role[] = ['committee']
/** Who reads queues with names. */
export const queueReaders: readonly Role[] = ['committee', 'supervisor', 'town_officer']
/** Whose office decides on disputed turns; `turn-bench.ts` says whose turn it is. */
export const turnJudges: readonly Role[] = ['committee', 'supervisor', 'town_officer']

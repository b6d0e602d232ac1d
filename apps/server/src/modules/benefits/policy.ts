import type { Role } from '../../platform/actor.ts'

/** Who drafts, publishes and cancels offers, and drafts and enters rules of order. */
export const offerers: readonly Role[] = ['committee']
/** Who reads queues with names. */
export const queueReaders: readonly Role[] = ['committee', 'supervisor', 'town_officer']
/** Who enters an answer for somebody: the committee, and leaders for their groups. */
export const turnEnterers: readonly Role[] = ['committee', 'group_leader']
/** Whose office decides on disputed turns; `turn-bench.ts` says whose turn it is. */
export const turnJudges: readonly Role[] = ['committee', 'supervisor', 'town_officer']

import type { Role } from '../../app/session.tsx'

/** Who drafts and publishes offers. The first screen loads this file with the routes: nothing else stands here. */
export const offerers: readonly Role[] = ['committee']
/** Who reads queues with names. */
export const queueReaders: readonly Role[] = ['committee', 'supervisor', 'town_officer']
/** Who enters an answer for somebody. */
export const turnEnterers: readonly Role[] = ['committee', 'group_leader']

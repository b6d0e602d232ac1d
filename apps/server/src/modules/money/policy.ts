import type { Role } from '../../platform/actor.ts'

/** Who opens and closes budgets upon the village's vote. */
export const budgeters: readonly Role[] = ['committee']

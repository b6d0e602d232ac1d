import type { Role } from '../../platform/actor.ts'

/** Who opens and closes budgets upon the village's vote. */
export const budgeters: readonly Role[] = ['committee']
/** Who orders payments anew, and enters what the bank and the signatures made of them. */
export const payers: readonly Role[] = ['committee']
/** Who reads payments with names and accounts. */
export const paymentReaders: readonly Role[] = ['committee', 'supervisor']

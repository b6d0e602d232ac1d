import type { Role } from '../../../platform/actor.ts'

/** Who reads what each household earned: those who read its payments. */
export const incomeReaders: readonly Role[] = ['committee', 'supervisor']
/** Who reads what the own household earned. */
export const earners: readonly Role[] = ['villager']

import type { Role } from '../../../platform/actor.ts'

/** Who weighs what growers bring, washes and packs. */
export const packers: readonly Role[] = ['committee', 'technician']
/** Who reads lots, packs and holds. */
export const packReaders: readonly Role[] = ['committee', 'technician', 'supervisor']

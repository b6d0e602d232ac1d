import type { Role } from '../../../platform/actor.ts'
import type { Offices } from '../../community/index.ts'

/** Who recalls: at once, alone. */
export const recallers: readonly Role[] = ['committee', 'supervisor', 'technician']
/** A recall is lifted by two, of whom one looks after the village's interest. */
export const liftOffices: Offices = {
  proposing: ['committee', 'technician'],
  confirming: ['committee', 'supervisor'],
}

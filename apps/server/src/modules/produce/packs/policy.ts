import type { Role } from '../../../platform/actor.ts'
import type { Offices } from '../../community/index.ts'

/** Who recalls: at once, alone. */
export const recallers: readonly Role[] = ['committee', 'supervisor', 'technician']
/** Who enters what GS1 gave the village. */
export const gtinKeepers: readonly Role[] = ['committee']
/** A recall is lifted by two, of whom one looks after the village's interest. */
export const liftOffices: Offices = {
  proposing: ['committee', 'technician'],
  confirming: ['committee', 'supervisor'],
}

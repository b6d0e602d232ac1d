import type { Role } from '../../../platform/actor.ts'
import type { Offices } from '../../community/index.ts'

/** A list of approved products: proposed by one, confirmed by a second. */
export const listOffices: Offices = {
  proposing: ['committee', 'technician'],
  confirming: ['committee', 'supervisor'],
}
/** Who reads proposals and past editions. */
export const listReaders: readonly Role[] = ['committee', 'supervisor', 'technician']

/** Who asks for what is put on a plot, and declares its harvest. */
export const askers: readonly Role[] = ['villager']
/** Who sees to a plot on the spot. */
export const technicians: readonly Role[] = ['technician']
/** Who reads what was put on a plot. */
export const inputReaders: readonly Role[] = ['villager', 'committee', 'supervisor', 'technician']

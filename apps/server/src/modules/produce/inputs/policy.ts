import type { Role } from '../../../platform/actor.ts'
import type { Offices } from '../../community/index.ts'

/** A list of approved products: proposed by one, confirmed by a second. */
export const listOffices: Offices = {
  proposing: ['committee', 'technician'],
  confirming: ['committee', 'supervisor'],
}
/** Who reads proposals and past editions. */
export const listReaders: readonly Role[] = ['committee', 'supervisor', 'technician']

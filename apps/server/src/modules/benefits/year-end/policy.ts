import type { Role } from '../../../platform/actor.ts'
import type { Offices } from '../../community/index.ts'

export const yearEndOffices: Offices = {
  proposing: ['committee'],
  confirming: ['committee', 'supervisor'],
}
/** Who sees who would get what. */
export const shareReaders: readonly Role[] = ['committee', 'supervisor']

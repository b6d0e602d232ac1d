import type { Role } from '../../../platform/actor.ts'

/** Who publishes the contract. */
export const contractKeepers: readonly Role[] = ['committee']
/** Who tells adopters how what they adopted grows: whoever grows there. */
export const growers: readonly Role[] = ['villager']
/** Who settles a season. */
export const settlers: readonly Role[] = ['committee', 'supervisor']
/** Who sees the desk. */
export const deskReaders: readonly Role[] = ['committee', 'technician', 'supervisor']
/** Updates of one offer. */
export const MOST_UPDATES = 200

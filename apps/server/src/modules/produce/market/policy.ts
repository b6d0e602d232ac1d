import type { Role } from '../../../platform/actor.ts'
import type { Offices } from '../../community/index.ts'

/** Who keeps the market: products, hours, hand-over, till. */
export const keepers: readonly Role[] = ['committee', 'technician']
/** Who sees its desk. */
export const deskReaders: readonly Role[] = ['committee', 'technician', 'supervisor']
/** A price counts once a second person of another household has confirmed it. */
export const priceOffices: Offices = {
  proposing: ['committee', 'technician'],
  confirming: ['committee', 'supervisor'],
}

/** How long packs are set aside for who has not paid yet. */
export const PAY_MINUTES = 15
/** Orders of one telephone that are not paid yet. */
export const MOST_UNPAID = 2
/** Orders of one telephone on one day. */
export const MOST_A_DAY = 10
/** Orders from one address that nobody has paid, within an hour: many telephones share one. */
export const MOST_UNPAID_FROM_ADDRESS = 20
/** Codes sent for one address on one day. */
export const MOST_CODES_A_DAY = 60
export const MOST_OF_A_PRODUCT = 50
export const SESSION_DAYS = 30
/** Who ordered nothing for so long is forgotten. */
export const REMEMBERED_DAYS = 180

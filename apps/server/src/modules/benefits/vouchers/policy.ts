import type { Role } from '../../../platform/actor.ts'
import type { Offices } from '../../community/index.ts'

/** Who takes vouchers: sees what it takes to do that, and nothing else. */
export const tills: readonly Role[] = ['merchant']
/** Who enters merchants and binds people to them. */
export const merchantKeepers: readonly Role[] = ['committee']
/** Who enters what somebody without a telephone wants. */
export const deskKeepers: readonly Role[] = ['committee', 'group_leader']
/** Who reads merchants, kinds of vouchers and settlements. */
export const voucherReaders: readonly Role[] = ['committee', 'supervisor']
/** A kind of voucher, and a month's settlement: proposed by one, confirmed by a second. */
export const voucherOffices: Offices = {
  proposing: ['committee'],
  confirming: ['committee', 'supervisor'],
}

/** As many vouchers a household may have that are not spent yet. */
export const MOST_OPEN = 20

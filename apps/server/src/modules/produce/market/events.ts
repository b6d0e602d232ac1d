import { defineEvent } from '../../../platform/events.ts'

/** A customer has paid for an order that is not of packs: whoever keeps what it is of goes on. */
export const orderPaid = defineEvent<{ readonly orderId: string }>('market.order-paid')

/** Nobody paid for it in time, or it was called off: what was set aside for it is free again. */
export const orderGone = defineEvent<{ readonly orderId: string }>('market.order-gone')

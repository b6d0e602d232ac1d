/** To whom points are paid in the ledger for vouchers. */
export const VOUCHERS = 'vouchers'

/** To whom points are paid in the ledger: the village's shop. */
export const SHOP = 'shop'

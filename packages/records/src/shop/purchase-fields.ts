import { fields, pseudonym } from '../field.ts'

/** What was bought, for how much and by whom is sealed: a price would tell the good. */
export const purchasePublic = fields({ purchase: pseudonym('purchase') })

export const purchaseExample = { purchase: '3K3zQmAhF4ryRrPdN-4lSD' }

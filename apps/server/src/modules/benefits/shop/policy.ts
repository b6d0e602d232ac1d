import type { Role } from '../../../platform/actor.ts'

/** Who stands at the shop's counter: hands over, signs, takes back, counts stock. */
export const keepers: readonly Role[] = ['committee', 'group_leader']
/** Who takes goods in, announces openings and chooses the budget. */
export const managers: readonly Role[] = ['committee']

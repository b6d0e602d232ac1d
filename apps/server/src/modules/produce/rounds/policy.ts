import type { Role } from '../../../platform/actor.ts'
import type { Offices } from '../../community/index.ts'

/** Who opens and closes rounds, and enters scales. */
export const buyers: readonly Role[] = ['committee']
/** Who weighs, and checks scales. */
export const weighers: readonly Role[] = ['committee', 'technician']
/** Who reads rounds with names and weights. */
export const roundReaders: readonly Role[] = ['committee', 'supervisor', 'technician']
/** Who delivers. */
export const growers: readonly Role[] = ['villager']
/** Whose office decides on a doubted weigh-in; `weigh-in-bench.ts` says whose turn it is. */
export const weighInJudges: readonly Role[] = ['committee', 'supervisor', 'town_officer']
/** What growers are paid: proposed by one, confirmed by a second. */
export const settlementOffices: Offices = {
  proposing: ['committee'],
  confirming: ['committee', 'supervisor'],
}
export const settlementReaders: readonly Role[] = ['committee', 'supervisor']

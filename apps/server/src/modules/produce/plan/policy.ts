import type { Role } from '../../../platform/actor.ts'

/** The company: who keeps the crops and plans what grows on collective land. */
export const planners: readonly Role[] = ['committee', 'technician']
/** Who plans at all: the company, and households what they grow on land of their own. */
export const planting: readonly Role[] = ['villager', 'committee', 'technician']
/** Who reads what the village grows. */
export const planReaders: readonly Role[] = ['villager', 'committee', 'technician', 'supervisor']
/** Who does tasks on the plots of their household. */
export const growers: readonly Role[] = ['villager']
/** Who sees what is to be done on all plots. */
export const taskReaders: readonly Role[] = ['committee', 'technician', 'supervisor']

import type { Role } from '../../../platform/actor.ts'

/** Who draws plots and lets them rest. */
export const surveyors: readonly Role[] = ['committee', 'technician']
/** Who opens growing seasons, publishes the convention and says where the village ends. */
export const landKeepers: readonly Role[] = ['committee']
/** Who leases a plot, gives it back, or passes it on; cadres for those without a telephone. */
export const growers: readonly Role[] = ['villager']
/** Who sees on the map who grows where. */
export const landReaders: readonly Role[] = ['villager', 'committee', 'technician', 'supervisor']

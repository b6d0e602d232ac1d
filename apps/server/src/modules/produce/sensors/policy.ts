import type { Role } from '../../../platform/actor.ts'

/** Who places sensors and takes them away. */
export const placers: readonly Role[] = ['committee', 'technician']
/** Who reads what sensors of a plot say; of what the village does not publish only its grower and these. */
export const sensorReaders: readonly Role[] = ['villager', 'committee', 'technician', 'supervisor']
export const seesEverySensor: readonly Role[] = ['committee', 'technician', 'supervisor']

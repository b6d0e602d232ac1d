export { presentRepair } from './present-repair.ts'
export { repairDeduction } from './repair-deduction.ts'
export { repairsRoom } from './room.ts'
export { repairView } from './schema.ts'

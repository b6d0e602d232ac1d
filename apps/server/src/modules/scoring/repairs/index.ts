export { presentRepair } from './present-repair.ts'
export { type RepairInput, repairDeduction } from './repair-deduction.ts'
export { repairsRoom } from './room.ts'
export { repairView } from './schema.ts'

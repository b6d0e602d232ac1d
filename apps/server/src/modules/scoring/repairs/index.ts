export { presentRepair } from './present-repair.ts'
export { repairDeduction } from './repair-deduction.ts'
export { repairsSubmodule } from './submodule.ts'
export { repairView } from './schema.ts'

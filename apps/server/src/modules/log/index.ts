export {
  startDemonstrationWitnesses,
  type DemonstrationWitnesses,
} from './demonstration-witnesses.ts'
export { registerLogRoutes } from './log.routes.ts'
export { noWitnesses, readWitnessPolicy, type WitnessPolicy } from './policy.ts'
export { registerReceiptRoutes } from './receipt.routes.ts'
export { runSequencers, type RunningSequencers } from './run-sequencers.ts'

export { registerLogRoutes } from './log.routes.ts'
export { noWitnesses, parseWitnessPolicy, type WitnessPolicy } from './policy.ts'
export { registerReceiptRoutes } from './receipt.routes.ts'
export { runSequencers, type RunningSequencers } from './run-sequencers.ts'

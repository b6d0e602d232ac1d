export {
  startDemonstrationWitnesses,
  type DemonstrationWitnesses,
} from './demonstration-witnesses.ts'
export { checkLeaves, checkQueue, type LeafFinding } from './check-leaves.store.ts'
export { openTrace } from './checkpoint-trace.ts'
export { readCoveringCheckpoint } from './covering-checkpoint.store.ts'
export { LogFault } from './faults.ts'
export { registerLogRoutes } from './log.routes.ts'
export { noWitnesses, readWitnessPolicy, type WitnessPolicy } from './policy.ts'
export { recoverLog, type Recovery } from './recover-log.ts'
export { readPaperReceipts } from './read-receipt.ts'
export { registerOpeningRoutes } from './openings/opening.routes.ts'
export { registerReceiptRoutes } from './receipt.routes.ts'
export { sequenceNow } from './sequence-now.ts'
export { runSequencers, type RunningSequencers } from './run-sequencers.ts'

export { logModule } from './module.ts'
export {
  startDemonstrationWitnesses,
  type DemonstrationWitnesses,
} from './demonstration-witnesses.ts'
export { openTrace } from './checkpoint-trace.ts'
export { readCoveringCheckpoint } from './covering-checkpoint.store.ts'
export { LogFault } from './faults.ts'
export { noWitnesses, readWitnessPolicy, type WitnessPolicy } from './policy.ts'
export { recoverLog, type Recovery } from './recover-log.ts'
export { sequenceNow } from './sequence-now.ts'
export { runSequencers, type RunningSequencers } from './run-sequencers.ts'

export { readTraceRecords } from './read-trace.ts'
export type { TraceParts } from './parts.ts'
export { traceSubmodule } from './submodule.ts'

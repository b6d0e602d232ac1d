export { overviewModule } from './module.ts'
export type { OverviewParts } from './parts.ts'

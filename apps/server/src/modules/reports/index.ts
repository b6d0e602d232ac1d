export { reportsModule } from './module.ts'
export type { ReportParts } from './parts.ts'

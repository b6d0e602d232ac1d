export type { IncomeReaders } from './parts.ts'
export { incomeSubmodule } from './submodule.ts'

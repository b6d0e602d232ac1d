export { followPayments } from './payments/follow-payments.ts'
export type { MarketParts } from './parts.ts'
export { marketSubmodule } from './submodule.ts'

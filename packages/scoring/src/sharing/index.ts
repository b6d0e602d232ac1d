export { sharePool } from './share-pool.ts'
export type { CountedPoints, PoolShare, SharedPool } from './share-pool.ts'
export { explainShare, yearEndBytes, yuanText } from './year-end-bytes.ts'
export type { ExplainedShare, YearEndTerms } from './year-end-bytes.ts'

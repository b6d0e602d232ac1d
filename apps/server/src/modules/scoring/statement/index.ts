export { type CloseDayParts, closeDay } from './close-day.ts'
export { type CountSpendingParts, countSpending } from './count-spending.ts'
export { type HonourStatement, readStatement } from './read-statement.ts'
export { statementSubmodule } from './submodule.ts'

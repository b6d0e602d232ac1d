export { type CloseDayParts, closeDay } from './close-day.ts'
export { type HonourStatement, readStatement } from './read-statement.ts'
export { statementRoom } from './room.ts'

export { type CloseDayParts, closeDay } from './close-day.ts'
export { statementRoom } from './room.ts'

export { type CloseAnswer, closeActivity } from './close-activity.ts'
export { closingRoom } from './room.ts'

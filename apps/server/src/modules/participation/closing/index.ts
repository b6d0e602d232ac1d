export { closeActivity } from './close-activity.ts'
export { clearJudgedWords } from './erase-judged-words.ts'
export { closingRoom } from './room.ts'

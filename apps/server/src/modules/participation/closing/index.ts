export { closeActivity } from './close-activity.ts'
export { clearJudgedWords } from './erase-judged-words.ts'
export { closingSubmodule } from './submodule.ts'

export { barHousemates, barKin, barPersons, inSilence, whyBarred, type Bar } from './bars.ts'
export { clearEndedWords, clearEndedWordsJob, type KeptWords } from './clear-ended-words.ts'
export { dueOf, MOST_DUE_CASES, type DueCase } from './due-cases.ts'
export {
  mayEnterFor,
  requireBringer,
  requireJoinedBringer,
  type Bringer,
  type OnBehalf,
} from './entering.ts'
export { readJudges } from './read-judges.ts'
export { endOf, isPast, JUDGED_WITHIN_WORKING_DAYS, lastDayWithin } from './terms.ts'
export {
  caseReaders,
  overseers,
  rolesInTurn,
  whoIsBarred,
  whyNotJudging,
  whyNotPassingOn,
  type Bench,
  type Judges,
} from './turns.ts'

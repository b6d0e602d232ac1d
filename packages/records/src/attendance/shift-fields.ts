import { pseudonym } from '../field.ts'

/** Somebody did something at a shift: who and when stay sealed. */
export const shiftFields = {
  activity: pseudonym('activity'),
  shift: pseudonym('shift'),
  attendee: pseudonym('attendee'),
}

import { id, itemRef, moment, pseudonym, word, words } from '../field.ts'

/** An activity: its item is public, its words are not. */
export const activityFields = {
  activity: pseudonym('activity'),
  item: itemRef,
  state: word('proposed', 'sent_back', 'refused', 'approved', 'closed', 'cancelled'),
}

export const activitySealed = {
  activityId: id,
  title: words,
  description: words,
  place: words,
  leaderId: id,
  startsAt: moment,
  endsAt: moment,
  signUpClosesAt: moment,
}

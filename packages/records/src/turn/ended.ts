import { count, fields, id, nullable, pseudonym, sha256, word } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const turnEnded = defineRecord({
  kind: 'turn.ended',
  version: 1,
  title: { zh: '一户的轮次结束', en: 'A turn ended' },
  public: fields({
    offer: pseudonym('offer'),
    claimant: pseudonym('claimant'),
    how: word('accepted', 'declined', 'lapsed', 'struck'),
    takenQuantity: count('of the small measure'),
    called: count('turns'),
    passedOn: sha256,
  }),
  sealed: {
    claimer: {
      offerId: id,
      answeredBy: nullable(id),
      channel: nullable(word('app', 'oral', 'written')),
      enteredBy: nullable(id),
    },
  },
})

export const about: About = {
  fields: {
    how: '`struck`: an objection to it was upheld',
    called: 'how many are called for what was not taken',
    passedOn: 'who is called for what of the rest: follows from the queue, by the rule',
  },
  infer: 'what a claimant of the queue took',
  valid: [
    {
      called: 1,
      claimant: '3K3zQmAhF4ryRrPdN-4lSD',
      how: 'accepted',
      offer: 'HmQhQVot0AxWCPVDConQwq',
      passedOn: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      takenQuantity: 7,
    },
  ],
  invalid: [
    { but: { how: 'lost' }, problem: 'not_allowed' },
    { but: { takenQuantity: -1 }, problem: 'out_of_range' },
    { but: { passedOn: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}

import { count, fields, id, list, nullable, pseudonym, word } from '../field.ts'
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
    passedOn: list(
      fields({ claimant: pseudonym('claimant'), quantity: count('of the small measure') }),
    ),
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
    passedOn: 'who is called for what of the rest',
  },
  infer: 'what a claimant of the queue took',
  valid: [
    {
      claimant: '3K3zQmAhF4ryRrPdN-4lSD',
      how: 'accepted',
      offer: 'HmQhQVot0AxWCPVDConQwq',
      passedOn: [{ claimant: 'HmQhQVot0AxWCPVDConQwq', quantity: 3 }],
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

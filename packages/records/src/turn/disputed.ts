import { day, fields, id, pseudonym, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const turnDisputed = defineRecord({
  kind: 'turn.disputed',
  version: 1,
  title: { zh: '对一户的轮次有争议', en: 'A turn disputed' },
  public: fields({
    offer: pseudonym('offer'),
    claimant: pseudonym('claimant'),
    objection: pseudonym('objection'),
    dueOn: day,
  }),
  sealed: { objector: { objectionId: id, words }, claimer: { objectionId: id } },
})

export const about: About = {
  fields: { claimant: 'whose turn it is', dueOn: 'the last day for a decision' },
  infer: 'that a turn is disputed, not by whom',
  valid: [
    {
      claimant: '3K3zQmAhF4ryRrPdN-4lSD',
      dueOn: '2026-10-15',
      objection: 'ct-sGY20-_TRxSTjreS3lf',
      offer: 'HmQhQVot0AxWCPVDConQwq',
    },
  ],
  invalid: [
    { but: { dueOn: null }, problem: 'wrong_type' },
    { but: { claimant: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}

import { day, fields, id, nullable, pseudonym, word, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const objectionRaised = defineRecord({
  kind: 'objection.raised',
  version: 1,
  title: { zh: '提出异议', en: 'An objection raised' },
  public: fields({
    objection: pseudonym('objection'),
    award: nullable(pseudonym('award')),
    phase: word('notice', 'appeal'),
    channel: word('app', 'oral', 'written'),
    dueOn: day,
  }),
  sealed: {
    objector: {
      objection: id,
      award: id,
      objector: id,
      enteredBy: nullable(id),
      words: nullable(words),
    },
    earner: { objection: id, award: id },
  },
})

export const about: About = {
  fields: { award: 'null for one that does not stand in the log by itself' },
  infer: 'that an award is disputed, not by whom',
  valid: [
    {
      award: 'i14-W3aOdyqHn9Y8HQ_tFN',
      channel: 'oral',
      dueOn: '2026-10-15',
      objection: 'ct-sGY20-_TRxSTjreS3lf',
      phase: 'notice',
    },
  ],
  invalid: [
    { but: { channel: 'radio' }, problem: 'not_allowed' },
    { but: { phase: 'later' }, problem: 'not_allowed' },
    { but: { dueOn: null }, problem: 'wrong_type' },
    { but: { award: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}

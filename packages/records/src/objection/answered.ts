import { fields, id, nullable, pseudonym, word, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const objectionAnswered = defineRecord({
  kind: 'objection.answered',
  version: 1,
  title: { zh: '异议有了答复', en: 'An objection answered' },
  public: fields({
    objection: pseudonym('objection'),
    outcome: word('upheld', 'refused'),
    newAward: nullable(pseudonym('award')),
  }),
  sealed: {
    each: { objection: id, award: id, answeredBy: id, reasons: words, newAward: nullable(id) },
  },
})

export const about: About = {
  infer: 'how often a committee answers and corrects itself',
  valid: [
    { newAward: 'BGJ6Fmh2GVkoxcdDcN9SBs', objection: 'ct-sGY20-_TRxSTjreS3lf', outcome: 'upheld' },
  ],
  invalid: [
    { but: { outcome: 'dismissed' }, problem: 'not_allowed' },
    { but: { newAward: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}

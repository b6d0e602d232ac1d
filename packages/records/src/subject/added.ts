import { fields, pseudonym, word } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const subjectAdded = defineRecord({
  kind: 'subject.added',
  version: 1,
  title: { zh: '挂牌', en: 'A subject added' },
  public: fields({
    subject: pseudonym('subject'),
    kind: word('plot', 'yard', 'house', 'flock', 'post', 'shop'),
  }),
  sealed: {},
})

export const about: About = {
  infer: 'how many plots, yards and posts there are',
  valid: [{ kind: 'plot', subject: 'l60jiBZqOPkYirRJlSorqc' }],
  invalid: [
    { but: { kind: 'palace' }, problem: 'not_allowed' },
    { but: { subject: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}

import { fields, id, nullable, optional, word, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const personReturned = defineRecord({
  kind: 'person.returned',
  version: 1,
  title: { zh: '登记回村', en: 'A person entered as back' },
  public: fields({}),
  sealed: {
    person: {
      as: nullable(word('died', 'moved_away')),
      reason: words,
      phone: optional(words),
      enteredBy: id,
    },
  },
})

export const about: About = {
  infer: 'that it happened, on a day',
  valid: [{}],
  invalid: [
    { but: { person: 'somebody' }, problem: 'additional_field' },
    { but: { at: '12:00' }, problem: 'additional_field' },
  ],
}

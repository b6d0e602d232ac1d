import { count, fields, id, nullable, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const personEntered = defineRecord({
  kind: 'person.entered',
  version: 1,
  title: { zh: '登记一个人', en: 'A person entered' },
  public: fields({}),
  sealed: {
    person: {
      name: words,
      phone: nullable(words),
      idLast4: nullable(words),
      birthYear: nullable(count('year')),
      group: words,
      houseNo: words,
      reason: words,
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

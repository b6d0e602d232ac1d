import { fields, id, list, nullable, word, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const personDeparted = defineRecord({
  kind: 'person.departed',
  version: 1,
  title: { zh: '登记去世或迁出', en: 'A person entered as dead or moved away' },
  public: fields({}),
  sealed: {
    person: { as: word('died', 'moved_away'), reason: words, phone: nullable(words), by: list(id) },
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

import { count, fields, id, nullable, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

const entry = fields({ name: words, birthYear: nullable(count('year')) })

export const personCorrected = defineRecord({
  kind: 'person.corrected',
  version: 1,
  title: { zh: '改一个人的登记', en: 'A person’s entry corrected' },
  public: fields({}),
  sealed: { person: { before: entry, after: entry, reason: words, correctedBy: id } },
})

export const about: About = {
  infer: 'that it happened, on a day',
  valid: [{}],
  invalid: [
    { but: { person: 'somebody' }, problem: 'additional_field' },
    { but: { at: '12:00' }, problem: 'additional_field' },
  ],
}

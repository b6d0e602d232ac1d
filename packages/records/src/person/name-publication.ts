import { fields, flag } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const personNamePublication = defineRecord({
  kind: 'person.name-publication',
  version: 1,
  title: { zh: '是否公开姓名', en: 'Whether a name is published' },
  public: fields({}),
  sealed: { person: { publishes: flag } },
})

export const about: About = {
  infer: 'that it happened, on a day',
  valid: [{}],
  invalid: [
    { but: { person: 'somebody' }, problem: 'additional_field' },
    { but: { at: '12:00' }, problem: 'additional_field' },
  ],
}

import { fields, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const rosterPersonAdded = defineRecord({
  kind: 'roster.person-added',
  version: 1,
  title: { zh: '花名册添一个人', en: 'A person added to the roster' },
  public: fields({}),
  sealed: { person: { name: words, phone: words, houseNo: words } },
})

export const about: About = {
  infer: 'that it happened, on a day',
  valid: [{}],
  invalid: [
    { but: { person: 'somebody' }, problem: 'additional_field' },
    { but: { people: 1 }, problem: 'additional_field' },
  ],
}

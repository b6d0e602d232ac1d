import { fields, integer } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'
import { rosterSealed } from './roster-sealed.ts'

export const rosterPeopleAdded = defineRecord({
  kind: 'roster.people-added',
  version: 1,
  title: { zh: '花名册添了一些人', en: 'People added to the roster' },
  public: fields({ people: integer('people', { from: 1 }) }),
  sealed: { each: rosterSealed },
})

export const about: About = {
  infer: 'that it happened, on a day',
  valid: [{ people: 200 }],
  invalid: [
    { but: { people: 0 }, problem: 'out_of_range' },
    { but: { people: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}

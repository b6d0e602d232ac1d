import { count, fields } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const rosterImported = defineRecord({
  kind: 'roster.imported',
  version: 1,
  title: { zh: '导入花名册', en: 'A roster imported' },
  public: fields({
    newPeople: count('people'),
    newHouseholds: count('households'),
    changed: count('people'),
    proposed: count('changes of sign-in'),
  }),
  sealed: {},
})

export const about: About = {
  infer: 'how large the village is',
  valid: [{ changed: 6, newHouseholds: 520, newPeople: 1694, proposed: 6 }],
  invalid: [
    { but: { newPeople: -1 }, problem: 'out_of_range' },
    { but: { proposed: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}

import { fields, id, integer, pseudonym } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'
import { consentSealed } from './consent-sealed.ts'

export const householdLeft = defineRecord({
  kind: 'household.left',
  version: 1,
  title: { zh: '农户退出', en: 'A household left' },
  public: fields({
    household: pseudonym('household'),
    optInVersion: integer('version', { from: 1 }),
  }),
  sealed: { giver: consentSealed, giverByTwo: { ...consentSealed, confirmedBy: id } },
})

export const about: About = {
  fields: { optInVersion: 'of the words that were agreed to' },
  infer: 'as for `household.joined`',
  valid: [{ household: 'v9nBvJcJUstMHKDEc7F4P9', optInVersion: 1 }],
  invalid: [
    { but: { optInVersion: 0 }, problem: 'out_of_range' },
    { but: { household: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}

import { fields, integer, pseudonym } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'
import { consentSealed } from './consent-sealed.ts'

export const householdJoined = defineRecord({
  kind: 'household.joined',
  version: 1,
  title: { zh: '农户加入', en: 'A household joined' },
  public: fields({
    household: pseudonym('household'),
    optInVersion: integer('version', { from: 1 }),
  }),
  sealed: { giver: consentSealed },
})

export const about: About = {
  fields: { optInVersion: 'of the words that were agreed to' },
  infer: 'who saw a household join, alone on a day, knows its pseudonym',
  valid: [{ household: 'v9nBvJcJUstMHKDEc7F4P9', optInVersion: 1 }],
  invalid: [
    { but: { optInVersion: 0 }, problem: 'out_of_range' },
    { but: { household: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
